-- A family's status follows from the status that it has apart from decisions, and from the decisions that are in effect.
alter table kpm_decision
    drop constraint kpm_decision_kind_known,
    drop constraint kpm_decision_says_something,
    drop constraint kpm_decision_termination_stays;
alter table kpm_decision rename column kind to measure;
alter table kpm_decision
    add column prepared_by text,
    add column decided_by text,
    add column in_effect_from date,      -- from the delivery of the notice, or at once for decisions of before
    add column in_effect_sequence bigint, -- place among the facts of the family in the verification service
    add column lifted_by text;
update kpm_decision
   set measure = case measure when 'SUSPENSION' then 'SUSPEND' else 'TERMINATE' end,
       in_effect_from = taken_on,
       in_effect_sequence = case when taken_on is not null then 0 end;
alter table kpm_decision
    add constraint kpm_decision_measure_known check (
        measure in ('SUSPEND', 'TERMINATE', 'GRADUATE', 'MOVE', 'DECEASE', 'INELIGIBLE')),
    add constraint kpm_decision_says_something check (
        taken_on is not null or in_effect_from is not null or lifted_on is not null),
    add constraint kpm_decision_in_effect check ((in_effect_from is null) = (in_effect_sequence is null)),
    add constraint kpm_decision_by_two check (prepared_by <> decided_by);

-- An appeal stays a decision from its first day until it ended; the end may arrive first.
create table kpm_decision_stay (
    appeal_id uuid primary key,
    decision_id uuid not null,
    kpm_id uuid not null references kpm (id),
    stayed_on date,
    ended_on date,
    constraint kpm_decision_stay_says_something check (stayed_on is not null or ended_on is not null)
);
create index kpm_decision_stay_by_kpm on kpm_decision_stay (kpm_id);

-- A family that had left comes back.
create table kpm_reinstatement (
    decision_id uuid primary key,
    kpm_id uuid not null references kpm (id),
    effective_from date not null,
    reason text not null,
    prepared_by text not null,
    decided_by text not null,
    sequence bigint not null,
    recorded_at timestamptz not null,
    constraint kpm_reinstatement_by_two check (prepared_by <> decided_by)
);
create index kpm_reinstatement_by_kpm on kpm_reinstatement (kpm_id);

-- Exits that officers decided here in former times have no decision that could be lifted: they are the status itself.
alter table kpm add column base_status text;
update kpm
   set base_status = case
           when status = 'SUSPENDED' then 'ACTIVE'
           when status = 'TERMINATED'
                and exists (select from kpm_decision d
                             where d.kpm_id = kpm.id and d.measure = 'TERMINATE' and d.source = 'VERIFICATION')
                and not exists (select from kpm_decision d
                                 where d.kpm_id = kpm.id and d.measure = 'TERMINATE' and d.source = 'OFFICER')
           then 'ACTIVE'
           else status end;
alter table kpm alter column base_status set not null,
    add constraint kpm_base_status_known check (base_status in (
        'CANDIDATE', 'INVITED', 'VISITED', 'VALIDATED', 'ELIGIBLE', 'INELIGIBLE',
        'ACTIVE', 'GRADUATED', 'MOVED', 'DECEASED', 'TERMINATED')),
    add constraint kpm_status_on_base check (status = base_status or status in (
        'SUSPENDED', 'INELIGIBLE', 'GRADUATED', 'MOVED', 'DECEASED', 'TERMINATED'));

-- At the end of a transaction, a status that differs from the base status has a decision that is in effect; and no
-- family leaves without a decision.
create function kpm_status_has_decision() returns trigger language plpgsql as $$
begin
    if new.base_status in ('INELIGIBLE', 'GRADUATED', 'MOVED', 'DECEASED', 'TERMINATED')
        or (new.status <> new.base_status and not exists (
            select from kpm_decision d
             where d.kpm_id = new.id and d.in_effect_from is not null and d.lifted_on is null
               and new.status = case d.measure
                       when 'SUSPEND' then 'SUSPENDED' when 'TERMINATE' then 'TERMINATED'
                       when 'GRADUATE' then 'GRADUATED' when 'MOVE' then 'MOVED'
                       when 'DECEASE' then 'DECEASED' when 'INELIGIBLE' then 'INELIGIBLE' end))
    then
        raise exception 'a family is suspended, or leaves, by a decision in effect'
            using errcode = 'check_violation', constraint = 'kpm_status_by_decision';
    end if;
    return null;
end $$;
create constraint trigger kpm_status_by_decision after update of status, base_status on kpm
    deferrable initially deferred for each row
    when (old.status is distinct from new.status or old.base_status is distinct from new.base_status)
    execute function kpm_status_has_decision();
create constraint trigger kpm_first_status_by_decision after insert on kpm
    deferrable initially deferred for each row
    when (new.status <> new.base_status
        or new.base_status in ('INELIGIBLE', 'GRADUATED', 'MOVED', 'DECEASED', 'TERMINATED'))
    execute function kpm_status_has_decision();
