-- Telephone numbers of families, group chairs, facilitators and offices. Numbers are ciphertext with a token, as every
-- other personal number. A change is never rewritten; contact names the current one of each holder.
create table contact_change (
    change_id uuid primary key,
    holder_role text not null,
    holder_ref text not null,
    change_no integer not null,
    area_code text collate "C" not null,
    kpm_id uuid references kpm (id),
    -- a number belongs to the person who was the caretaker when it was entered
    caretaker_member_id uuid references family_member (id),
    telephone_cipher bytea,
    telephone_token text,
    route text not null,
    source text not null,
    file_id uuid,
    line integer,
    needs_confirmation boolean not null,
    changed_by text not null,
    changed_at timestamptz not null,
    constraint contact_change_numbered unique (holder_role, holder_ref, change_no),
    constraint contact_change_role_known check (holder_role in (
        'FAMILY', 'GROUP_CHAIR', 'FACILITATOR', 'COORDINATOR', 'REGENCY_COORDINATOR', 'DATA_ADMINISTRATOR')),
    constraint contact_change_of_family check ((holder_role = 'FAMILY') = (kpm_id is not null)
        and (kpm_id is null) = (caretaker_member_id is null)),
    constraint contact_change_number_with_token check ((telephone_cipher is null) = (telephone_token is null)),
    constraint contact_change_token_format check (telephone_token ~ '^[0-9a-f]{64}$'),
    constraint contact_change_route_known check (route in ('MESSAGE', 'PRINTED')),
    constraint contact_change_message_needs_number check (route = 'PRINTED' or telephone_token is not null),
    constraint contact_change_source_known check (source in ('REQUEST', 'FILE')),
    constraint contact_change_of_a_line check ((source = 'FILE') = (file_id is not null and line is not null)),
    constraint contact_change_withdrawal_waits_for_nobody check (not needs_confirmation or telephone_token is not null)
);
create index contact_change_by_number on contact_change (telephone_token) where telephone_token is not null;

create table contact_decision (
    change_id uuid primary key references contact_change (change_id),
    decision text not null,
    decided_by text not null,
    decided_at timestamptz not null,
    constraint contact_decision_known check (decision in ('CONFIRMED', 'REFUSED'))
);

create table contact (
    holder_role text not null,
    holder_ref text not null,
    area_code text collate "C" not null,
    kpm_id uuid references kpm (id),
    latest_no integer not null,
    current_change_id uuid not null references contact_change (change_id),
    waiting_change_id uuid references contact_change (change_id),
    primary key (holder_role, holder_ref),
    constraint contact_waits_for_another_change check (waiting_change_id <> current_change_id)
);
create index contact_by_area on contact (area_code, holder_role, holder_ref);
create index contact_by_kpm on contact (kpm_id) where kpm_id is not null;
create index contact_waiting on contact (waiting_change_id) where waiting_change_id is not null;

create trigger contact_change_append_only before update or delete on contact_change
    for each row execute function registry_history_stays();
create trigger contact_decision_append_only before update or delete on contact_decision
    for each row execute function registry_history_stays();

-- The latest number that took effect for a holder, even if it was withdrawn since.
create function contact_last_number(role text, ref text, before integer) returns text language sql stable as $$
    select c.telephone_token from contact_change c left join contact_decision d on d.change_id = c.change_id
     where c.holder_role = role and c.holder_ref = ref and c.change_no < before and c.telephone_token is not null
       and (not c.needs_confirmation or d.decision = 'CONFIRMED')
     order by c.change_no desc limit 1
$$;

-- Another number than the last one can silence its holder, so another person confirms it.
create function contact_change_waits() returns trigger language plpgsql as $$
begin
    if new.telephone_token is not null and not new.needs_confirmation
       and contact_last_number(new.holder_role, new.holder_ref, new.change_no) <> new.telephone_token then
        raise exception 'another number waits for another person'
            using errcode = 'check_violation', constraint = 'contact_change_waits_for_another';
    end if;
    return new;
end $$;
create trigger contact_change_waits_for_another before insert on contact_change
    for each row execute function contact_change_waits();

create function contact_confirmed_by_another() returns trigger language plpgsql as $$
begin
    if new.decided_by = (select changed_by from contact_change where change_id = new.change_id) then
        raise exception 'a number is confirmed by a person who did not enter it'
            using errcode = 'check_violation', constraint = 'contact_decision_by_another';
    end if;
    return new;
end $$;
create trigger contact_decision_by_another before insert on contact_decision
    for each row when (new.decision = 'CONFIRMED') execute function contact_confirmed_by_another();

create function contact_current_confirmed() returns trigger language plpgsql as $$
begin
    if exists (select from contact_change c left join contact_decision d on d.change_id = c.change_id
                where c.change_id = new.current_change_id and c.needs_confirmation
                  and d.decision is distinct from 'CONFIRMED') then
        raise exception 'a number takes effect when another person has confirmed it'
            using errcode = 'check_violation', constraint = 'contact_current_confirmed';
    end if;
    return new;
end $$;
create trigger contact_current_confirmed before insert or update of current_change_id on contact
    for each row execute function contact_current_confirmed();

-- The number that messages go to now. A number is that of the caretaker of its day, and never of a later one.
create view contact_address as
    select c.holder_role, c.holder_ref, c.current_change_id as change_id
      from contact c join contact_change s on s.change_id = c.current_change_id
     where s.route = 'MESSAGE'
       and (s.kpm_id is null or exists (
            select from kpm k where k.id = s.kpm_id and k.caretaker_member_id = s.caretaker_member_id));

-- When messages may be sent. The longest area code that covers the receiver counts, and of it the latest first day.
create table notification_hours (
    area_code text collate "C" not null,
    valid_from date not null,
    zone text not null,
    quiet_from time not null,
    quiet_until time not null,
    digest_at time not null,
    primary key (area_code, valid_from),
    constraint notification_hours_area check (area_code = '' or area_code ~ '^[0-9]{2}(\.[0-9]{2}){0,2}$'),
    -- the quiet hours contain midnight, and the digest is not in them
    constraint notification_hours_order check (quiet_until <= digest_at and digest_at < quiet_from)
);
insert into notification_hours (area_code, valid_from, zone, quiet_from, quiet_until, digest_at)
select area, date '2018-01-01', zone, time '20:00', time '07:00', time '09:00'
  from (values ('', 'Asia/Jakarta'),
               ('51', 'Asia/Makassar'), ('52', 'Asia/Makassar'), ('53', 'Asia/Makassar'),
               ('63', 'Asia/Makassar'), ('64', 'Asia/Makassar'), ('65', 'Asia/Makassar'),
               ('71', 'Asia/Makassar'), ('72', 'Asia/Makassar'), ('73', 'Asia/Makassar'),
               ('74', 'Asia/Makassar'), ('75', 'Asia/Makassar'), ('76', 'Asia/Makassar'),
               ('81', 'Asia/Jayapura'), ('82', 'Asia/Jayapura'), ('91', 'Asia/Jayapura'),
               ('92', 'Asia/Jayapura'), ('93', 'Asia/Jayapura'), ('94', 'Asia/Jayapura'),
               ('95', 'Asia/Jayapura'), ('96', 'Asia/Jayapura')) as of_areas (area, zone);

-- What is sent to one number at once: one or more notifications. Its id is the idempotency key at the gateway.
create table message (
    message_id uuid primary key,
    holder_role text not null,
    holder_ref text not null,
    area_code text collate "C" not null,
    change_id uuid not null references contact_change (change_id),
    is_to_former_number boolean not null,
    text text not null,
    state text not null,
    attempts integer not null,
    next_attempt_at timestamptz not null,
    expires_on date not null,
    built_at timestamptz not null,
    settled_at timestamptz,
    constraint message_state_known check (state in ('READY', 'SENT', 'FAILED', 'EXPIRED')),
    constraint message_settled check ((state = 'READY') = (settled_at is null)),
    constraint message_attempts_counted check (attempts >= 0)
);
create index message_ready on message (next_attempt_at) where state = 'READY';
create index message_settled_at on message (settled_at) where settled_at is not null;

create table message_attempt (
    message_id uuid not null references message (message_id) on delete cascade,
    attempt_no integer not null,
    outcome text not null,
    attempted_at timestamptz not null,
    primary key (message_id, attempt_no),
    constraint message_attempt_outcome_known check (outcome in (
        'ACCEPTED', 'REFUSED', 'NUMBER_WITHDRAWN', 'UNREACHABLE', 'TIMED_OUT', 'BUSY', 'BROKEN', 'NOT_UNDERSTOOD'))
);

-- Who is notified of what, by when, and whether they were.
create table notification (
    notification_id uuid primary key,
    event_id uuid not null,
    event text not null,
    sequence bigint not null,
    subject_id uuid not null,
    takes_back boolean not null,
    receiver_role text not null,
    receiver_ref text not null,
    area_code text collate "C" not null,
    kpm_id uuid references kpm (id),
    template text not null,
    variables text not null,
    due_by date not null,
    expires_on date not null,
    not_before timestamptz not null,
    to_change_id uuid references contact_change (change_id),
    state text not null,
    state_since timestamptz not null,
    state_by text,
    -- decided when it is due: MESSAGE with a message, or PRINTED because there is no number
    route text,
    message_id uuid references message (message_id),
    queued_at timestamptz not null,
    constraint notification_once unique (event_id, receiver_role, receiver_ref),
    constraint notification_role_known check (receiver_role in (
        'FAMILY', 'GROUP_CHAIR', 'FACILITATOR', 'COORDINATOR', 'REGENCY_COORDINATOR', 'DATA_ADMINISTRATOR')),
    constraint notification_of_family check (receiver_role <> 'FAMILY' or kpm_id is not null),
    constraint notification_state_known check (state in (
        'QUEUED', 'SENT', 'ACKNOWLEDGED', 'FAILED', 'EXPIRED', 'PRINTED')),
    constraint notification_route_known check (route in ('MESSAGE', 'PRINTED')),
    constraint notification_route_message check ((route is not distinct from 'MESSAGE') = (message_id is not null)),
    constraint notification_sent_by_message check (state <> 'SENT' or message_id is not null),
    constraint notification_by_a_person check ((state in ('PRINTED', 'ACKNOWLEDGED')) = (state_by is not null)),
    constraint notification_dates check (expires_on >= due_by)
);
create index notification_by_receiver on notification (receiver_role, receiver_ref, notification_id);
create index notification_by_area on notification (area_code, notification_id);
create index notification_by_subject on notification (subject_id);
create index notification_by_message on notification (message_id) where message_id is not null;
create index notification_by_kpm on notification (kpm_id) where kpm_id is not null;
create index notification_queued on notification (not_before) where state = 'QUEUED' and route is null;
create index notification_open on notification (expires_on) where state in ('QUEUED', 'FAILED');
create index notification_due on notification (due_by) where state in ('QUEUED', 'FAILED');
create index notification_queued_at on notification (queued_at);

create function notification_moves_on() returns trigger language plpgsql as $$
begin
    if (new.notification_id, new.event_id, new.event, new.subject_id, new.receiver_role, new.receiver_ref,
        new.template, new.variables, new.due_by, new.queued_at)
       is distinct from
       (old.notification_id, old.event_id, old.event, old.subject_id, old.receiver_role, old.receiver_ref,
        old.template, old.variables, old.due_by, old.queued_at) then
        raise exception 'a notification does not change' using errcode = 'restrict_violation';
    end if;
    if new.state <> old.state and (old.state, new.state) not in (
           ('QUEUED', 'SENT'), ('QUEUED', 'FAILED'), ('QUEUED', 'EXPIRED'), ('QUEUED', 'PRINTED'),
           ('QUEUED', 'ACKNOWLEDGED'), ('SENT', 'ACKNOWLEDGED'), ('PRINTED', 'ACKNOWLEDGED'),
           ('FAILED', 'PRINTED'), ('FAILED', 'ACKNOWLEDGED'), ('FAILED', 'EXPIRED')) then
        raise exception 'a notification that is % does not become %', old.state, new.state
            using errcode = 'check_violation', constraint = 'notification_moves_on';
    end if;
    return new;
end $$;
create trigger notification_moves_on before update on notification
    for each row execute function notification_moves_on();
create trigger message_attempt_stays before update on message_attempt
    for each row execute function registry_history_stays();
