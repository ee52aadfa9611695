-- Every change of a family's account, bank or caretaker. A row states what stands after the change; its number is the
-- version of the family that it made. Payments go only to what the latest row states, and only once it is confirmed.
create table account_change (
    change_id uuid primary key,
    kpm_id uuid not null references kpm (id),
    change_no bigint not null,
    paying_bank text,
    account_cipher bytea,
    account_token text,
    caretaker_member_id uuid not null,
    source text not null,
    file_id uuid,
    line integer,
    needs_confirmation boolean not null,
    changed_by text not null,
    changed_at timestamptz not null,
    permitted_by text, -- who permitted the initial roster
    constraint account_change_numbered unique (kpm_id, change_no),
    constraint account_change_bank_known check (paying_bank in ('BRI', 'BNI', 'MANDIRI', 'BTN', 'BSI', 'POS')),
    constraint account_change_account_with_token check ((account_cipher is null) = (account_token is null)),
    constraint account_change_source_known check (
        source in ('CARRIED_OVER', 'REQUEST', 'FILE', 'INITIAL_ROSTER', 'REFUSAL')),
    constraint account_change_of_a_line check (
        (source in ('FILE', 'INITIAL_ROSTER')) = (file_id is not null and line is not null)),
    -- an account that one person wrote waits for another; no other source can ask for a confirmation
    constraint account_change_waits_for_another check (
        needs_confirmation or source in ('CARRIED_OVER', 'INITIAL_ROSTER', 'REFUSAL') or account_token is null),
    constraint account_change_needs_it_once check (not needs_confirmation or source in ('REQUEST', 'FILE')),
    constraint account_change_roster_by_two check (
        (source = 'INITIAL_ROSTER') = (permitted_by is not null) and permitted_by is distinct from changed_by)
);

create table account_decision (
    change_id uuid primary key references account_change (change_id),
    decision text not null,
    reason text,
    decided_by text not null,
    decided_at timestamptz not null,
    constraint account_decision_known check (decision in ('CONFIRMED', 'REFUSED')),
    constraint account_decision_reason check (
        (decision = 'REFUSED') = (reason is not null)
        and reason in ('WRONG_NUMBER', 'WRONG_HOLDER', 'NOT_REQUESTED', 'SUSPECTED_FRAUD', 'WITHDRAWN', 'OTHER'))
);

-- Everybody who changed what a confirmation of this change would confirm: all since the last confirmed change.
create function account_changers(change uuid) returns setof text language sql stable as $$
    select distinct e.changed_by
      from account_change c
      join account_change e on e.kpm_id = c.kpm_id and e.change_no <= c.change_no and e.needs_confirmation
     where c.change_id = change
       and not exists (
           select from account_change f
             left join account_decision d on d.change_id = f.change_id
            where f.kpm_id = c.kpm_id and f.change_no >= e.change_no and f.change_no < c.change_no
              and (not f.needs_confirmation or d.decision = 'CONFIRMED'))
$$;

create function account_confirmed_by_another() returns trigger language plpgsql as $$
begin
    if new.decided_by in (select account_changers(new.change_id)) then
        raise exception 'an account is confirmed by a person who did not change it'
            using errcode = 'check_violation', constraint = 'account_decision_by_another';
    end if;
    return new;
end $$;
create trigger account_decision_by_another before insert on account_decision
    for each row when (new.decision = 'CONFIRMED') execute function account_confirmed_by_another();

-- What stood before the rule of two people counts as confirmed.
insert into account_change (change_id, kpm_id, change_no, paying_bank, account_cipher, account_token,
                            caretaker_member_id, source, needs_confirmation, changed_by, changed_at)
select gen_random_uuid(), id, version, paying_bank, account_cipher, account_token,
       caretaker_member_id, 'CARRIED_OVER', false, 'unknown', changed_at
  from kpm;

-- The latest change of each family, and since when it has waited for a second person.
alter table kpm add column account_change_id uuid, add column account_waits_since timestamptz;
update kpm set account_change_id = c.change_id from account_change c where c.kpm_id = kpm.id;
alter table kpm alter column account_change_id set not null,
    add constraint kpm_account_change foreign key (account_change_id) references account_change (change_id)
        deferrable initially deferred;
create index kpm_by_waiting_account on kpm (account_change_id) where account_waits_since is not null;

create trigger account_change_append_only before update or delete on account_change
    for each row execute function registry_history_stays();
create trigger account_change_no_truncate before truncate on account_change
    for each statement execute function registry_history_stays();
create trigger account_decision_append_only before update or delete on account_decision
    for each row execute function registry_history_stays();
create trigger account_decision_no_truncate before truncate on account_decision
    for each statement execute function registry_history_stays();

-- An officer permits exactly one file to bring the families of an area in, with their status and accounts; another
-- person sends it. The range of an area's codes ends before the slash, which follows the full stop.
create type area_codes as range (subtype = text, collation = "C");
create table initial_roster (
    roster_id uuid primary key,
    area_code text not null references area (code),
    sha256 text not null,
    status text not null,
    permitted_by text not null,
    permitted_at timestamptz not null,
    used_by text,
    used_at timestamptz,
    file_id uuid,
    withdrawn_by text,
    withdrawn_at timestamptz,
    constraint initial_roster_sha256_format check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint initial_roster_status_known check (status in ('PERMITTED', 'USED', 'WITHDRAWN')),
    constraint initial_roster_used check (
        (status = 'USED') = (used_by is not null and used_at is not null and file_id is not null)),
    constraint initial_roster_withdrawn check (
        (status = 'WITHDRAWN') = (withdrawn_by is not null and withdrawn_at is not null)),
    constraint initial_roster_by_two check (used_by <> permitted_by),
    constraint initial_roster_once_per_area exclude using gist (
        area_codes(area_code, area_code || '/') with &&) where (status <> 'WITHDRAWN')
);
create index initial_roster_by_file on initial_roster (sha256);
