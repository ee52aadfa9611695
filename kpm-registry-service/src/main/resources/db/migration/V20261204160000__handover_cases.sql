-- The open cases of a village as they were when its hand-over was planned, service by service. A service that did not answer then
-- is asked once more when the successor confirms the receipt. Nothing of it is rewritten: what became of a case is read.
create table handover_case_list (
    reassignment_id uuid not null references reassignment (id),
    service text not null,
    cases integer not null,
    kept_at timestamptz not null,
    kept_by text not null,
    primary key (reassignment_id, service),
    constraint handover_case_list_service_known check (service in ('REGISTRY', 'MEETING', 'VERIFICATION', 'DISBURSEMENT')),
    constraint handover_case_list_counted check (cases >= 0)
);
create trigger handover_case_list_append_only before update or delete on handover_case_list
    for each row execute function registry_history_stays();

create table handover_case (
    reassignment_id uuid not null,
    service text not null,
    kind text not null,
    -- separated by spaces, of which no id and no code has one
    subject_ids text not null,
    kpm_id uuid,
    since date not null,
    due_on date not null,
    in_hands_of text not null,
    village_code text,
    href text not null,
    primary key (reassignment_id, service, kind, subject_ids),
    foreign key (reassignment_id, service) references handover_case_list (reassignment_id, service)
);
create trigger handover_case_append_only before update or delete on handover_case
    for each row execute function registry_history_stays();
