-- Appointments of facilitators by decree. An appointment is never edited: it is ended once, with a reason, and what was entered
-- wrongly is ended as such and never counted. Everything else is another appointment.
create table facilitator_appointment (
    appointment_id uuid primary key,
    facilitator_id uuid not null references facilitator (id),
    decree_number text not null,
    decree_date date not null,
    area_code text not null references area (code),
    employment text not null,
    valid_from date not null,
    valid_until date,
    corrects uuid references facilitator_appointment (appointment_id),
    appointed_by text not null,
    appointed_at timestamptz not null,
    -- the end, which is known at the beginning or stated later
    last_day date,
    end_reason text,
    ended_by text,
    ended_at timestamptz,
    constraint facilitator_appointment_decree_named check (length(trim(decree_number)) between 1 and 60),
    constraint facilitator_appointment_area check (length(area_code) in (5, 8)),
    constraint facilitator_appointment_employment_known check (employment in (
        'CONTRACT', 'GOVERNMENT_CONTRACT', 'CIVIL_SERVANT')),
    constraint facilitator_appointment_range check (valid_until is null or valid_until >= valid_from),
    constraint facilitator_appointment_last_day check (
        last_day is null or (last_day >= valid_from and (valid_until is null or last_day <= valid_until))),
    constraint facilitator_appointment_end_known check (end_reason in (
        'RESIGNED', 'DISMISSED', 'DECEASED', 'ILLNESS', 'TRANSFERRED', 'ENTERED_WRONGLY')),
    constraint facilitator_appointment_end_complete check (
        (end_reason is null) = (ended_by is null) and (ended_by is null) = (ended_at is null)),
    constraint facilitator_appointment_one_a_day exclude using gist (
        facilitator_id with =, daterange(valid_from, last_day, '[]') with &&)
        where (end_reason is distinct from 'ENTERED_WRONGLY') deferrable initially deferred
);
create index facilitator_appointment_by_facilitator on facilitator_appointment (facilitator_id, valid_from);

create function facilitator_appointment_ends_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.end_reason is not null
       or (new.appointment_id, new.facilitator_id, new.decree_number, new.decree_date, new.area_code, new.employment,
           new.valid_from, new.valid_until, new.corrects, new.appointed_by, new.appointed_at)
          is distinct from
          (old.appointment_id, old.facilitator_id, old.decree_number, old.decree_date, old.area_code, old.employment,
           old.valid_from, old.valid_until, old.corrects, old.appointed_by, old.appointed_at) then
        raise exception 'an appointment is ended once and never edited' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger facilitator_appointment_ends_once before update or delete on facilitator_appointment
    for each row execute function facilitator_appointment_ends_once();

-- The days on which a facilitator may answer for a village.
create function facilitator_appointed_days(facilitator uuid, village text) returns datemultirange language sql stable as $$
    select coalesce(range_agg(daterange(valid_from, last_day, '[]')), '{}'::datemultirange)
      from facilitator_appointment
     where facilitator_id = facilitator and end_reason is distinct from 'ENTERED_WRONGLY'
       and starts_with(village, area_code || '.')
$$;

-- An assignment lies within appointments. Before the first appointment on record nothing is checked, because no decree is
-- known; the policy says from when on it has to be.
create function facilitator_assignment_appointed() returns trigger language plpgsql as $$
declare
    wrong text;
begin
    select a.village_code into wrong
      from facilitator_assignment a
     where a.facilitator_id = new.facilitator_id
       and exists (select from facilitator_appointment p where p.facilitator_id = a.facilitator_id
                      and p.end_reason is distinct from 'ENTERED_WRONGLY'
                      and (a.valid_until is null or p.valid_from <= a.valid_until))
       and not facilitator_appointed_days(a.facilitator_id, a.village_code)
               @> daterange(a.valid_from, a.valid_until, '[]')
     limit 1;
    if wrong is not null then
        raise exception 'a facilitator answers for village % outside an appointment', wrong
            using errcode = 'check_violation', constraint = 'facilitator_assignment_appointed';
    end if;
    return null;
end $$;
create constraint trigger facilitator_assignment_appointed after insert or update on facilitator_assignment
    deferrable initially deferred for each row execute function facilitator_assignment_appointed();
create constraint trigger facilitator_appointment_covers after insert or update on facilitator_appointment
    deferrable initially deferred for each row execute function facilitator_assignment_appointed();
