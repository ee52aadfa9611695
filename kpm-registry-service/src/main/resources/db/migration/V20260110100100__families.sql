-- Families and their members. Identifiers, names and addresses are ciphertext; the token beside them is a
-- keyed HMAC, for look-up and uniqueness only.
create table kpm (
    id uuid primary key,
    family_card_cipher bytea not null,
    family_card_token text not null,
    caretaker_member_id uuid not null,
    village_code text not null references area (code),
    group_code text,
    paying_bank text,
    account_cipher bytea,
    account_token text,
    address_cipher bytea,
    status text not null,
    participating_since date not null,
    version bigint not null,
    recorded_at timestamptz not null,
    changed_at timestamptz not null,
    constraint kpm_one_per_family_card unique (family_card_token),
    constraint kpm_family_card_token_format check (family_card_token ~ '^[0-9a-f]{64}$'),
    constraint kpm_village_is_a_village check (village_code ~ '^[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}$'),
    constraint kpm_group_of_same_village check (
        group_code is null or (group_code ~ '-[0-9]{2}$' and left(group_code, -3) = village_code)),
    constraint kpm_bank_known check (paying_bank in ('BRI', 'BNI', 'MANDIRI', 'BTN', 'BSI', 'POS')),
    constraint kpm_account_with_token check ((account_cipher is null) = (account_token is null)),
    constraint kpm_status_known check (status in (
        'CANDIDATE', 'INVITED', 'VISITED', 'VALIDATED', 'ELIGIBLE', 'INELIGIBLE',
        'ACTIVE', 'SUSPENDED', 'GRADUATED', 'MOVED', 'DECEASED', 'TERMINATED')),
    constraint kpm_version_positive check (version > 0)
) with (fillfactor = 85); -- every change raises the version in place
create index kpm_by_village on kpm (village_code text_pattern_ops, id);
create index kpm_by_group on kpm (group_code, id) where group_code is not null;
create index kpm_by_account on kpm (account_token) where account_token is not null;

create table family_member (
    id uuid primary key,
    kpm_id uuid not null references kpm (id) deferrable initially deferred,
    nik_cipher bytea not null,
    nik_token text not null,
    name_cipher bytea not null,
    birth_date date,
    sex text not null,
    component text,
    npsn text,
    nisn text,
    grade text,
    component_since date,
    component_until date,
    recorded_at timestamptz not null,
    changed_at timestamptz not null,
    constraint family_member_one_per_nik unique (nik_token),
    constraint family_member_of_family unique (id, kpm_id),
    constraint family_member_nik_token_format check (nik_token ~ '^[0-9a-f]{64}$'),
    constraint family_member_sex_known check (sex in ('FEMALE', 'MALE')),
    constraint family_member_component_known check (component in (
        'PREGNANT_POSTPARTUM', 'EARLY_CHILD', 'SD', 'SMP', 'SMA', 'SEVERE_DISABILITY', 'ELDERLY')),
    constraint family_member_component_dated check ((component is null) = (component_since is null)),
    constraint family_member_component_has_birth_date check (component is null or birth_date is not null),
    constraint family_member_component_range check (component_until is null or component_until >= component_since),
    constraint family_member_npsn_format check (npsn ~ '^[0-9]{8}$'),
    constraint family_member_nisn_format check (nisn ~ '^[0-9]{1,10}$')
);
create index family_member_by_kpm on family_member (kpm_id, id);

-- One caretaker, and she is a member of this very family.
alter table kpm add constraint kpm_caretaker_is_member
    foreign key (caretaker_member_id, id) references family_member (id, kpm_id) deferrable initially deferred;

create function registry_history_stays() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

-- How a status came about; a family's registration is its first row (no old status).
create table kpm_status_history (
    id uuid primary key,
    kpm_id uuid not null references kpm (id),
    old_status text,
    new_status text not null,
    reason text not null,
    decision_id uuid,
    effective_on date not null,
    decided_by text not null,
    kpm_version bigint not null,
    recorded_at timestamptz not null,
    constraint kpm_status_history_once_per_version unique (kpm_id, kpm_version),
    constraint kpm_status_history_is_a_change check (old_status is distinct from new_status),
    constraint kpm_status_history_old_known check (old_status in (
        'CANDIDATE', 'INVITED', 'VISITED', 'VALIDATED', 'ELIGIBLE', 'INELIGIBLE',
        'ACTIVE', 'SUSPENDED', 'GRADUATED', 'MOVED', 'DECEASED', 'TERMINATED')),
    constraint kpm_status_history_new_known check (new_status in (
        'CANDIDATE', 'INVITED', 'VISITED', 'VALIDATED', 'ELIGIBLE', 'INELIGIBLE',
        'ACTIVE', 'SUSPENDED', 'GRADUATED', 'MOVED', 'DECEASED', 'TERMINATED')),
    constraint kpm_status_history_reason_format check (reason ~ '^[A-Z][A-Z0-9_]{1,59}$')
);
create trigger kpm_status_history_append_only before update or delete on kpm_status_history
    for each row execute function registry_history_stays();

-- The components that a member carried before the present one: a quarter that is assessed late needs them.
create table component_history (
    id uuid primary key,
    member_id uuid not null references family_member (id),
    kpm_id uuid not null references kpm (id),
    component text not null,
    component_since date not null,
    component_until date not null,
    npsn text,
    changed_by text not null,
    recorded_at timestamptz not null,
    constraint component_history_component_known check (component in (
        'PREGNANT_POSTPARTUM', 'EARLY_CHILD', 'SD', 'SMP', 'SMA', 'SEVERE_DISABILITY', 'ELDERLY')),
    constraint component_history_once unique (member_id, component, component_since),
    constraint component_history_range check (component_until >= component_since),
    constraint component_history_npsn_format check (npsn ~ '^[0-9]{8}$')
);
create index component_history_by_kpm on component_history (kpm_id, member_id);
create trigger component_history_append_only before update or delete on component_history
    for each row execute function registry_history_stays();

-- Decisions on a family's membership, each once. A suspension is open from its decision until it is lifted; a
-- lift that arrives first leaves a row without taken_on, so that the late decision opens nothing.
create table kpm_decision (
    decision_id uuid primary key,
    kpm_id uuid not null references kpm (id),
    kind text not null,
    source text not null,
    taken_on date,
    lifted_on date,
    lift_reason text,
    recorded_at timestamptz not null,
    constraint kpm_decision_kind_known check (kind in ('SUSPENSION', 'TERMINATION')),
    constraint kpm_decision_source_known check (source in ('VERIFICATION', 'OFFICER')),
    constraint kpm_decision_says_something check (taken_on is not null or lifted_on is not null),
    constraint kpm_decision_termination_stays check (kind = 'SUSPENSION' or lifted_on is null)
);
create index kpm_decision_by_kpm on kpm_decision (kpm_id);
