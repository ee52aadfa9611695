-- One of the facilitators of a sub-district is its coordinator. Never edited: ended once, or counted on no day when it was entered
-- wrongly.
create table coordination (
    coordination_id uuid primary key,
    sub_district text not null references area (code),
    facilitator_id uuid not null references facilitator (id),
    valid_from date not null,
    valid_until date,
    appointed_by text not null,
    appointed_at timestamptz not null,
    last_day date,
    counts boolean not null default true,
    ended_by text,
    ended_at timestamptz,
    constraint coordination_of_sub_district check (length(sub_district) = 8),
    constraint coordination_range check (valid_until is null or valid_until >= valid_from),
    constraint coordination_last_day check (
        last_day is null or (last_day >= valid_from and (valid_until is null or last_day <= valid_until))),
    constraint coordination_end_complete check ((ended_by is null) = (ended_at is null) and (counts or ended_by is not null)),
    constraint coordination_one_a_day exclude using gist (
        sub_district with =, daterange(valid_from, last_day, '[]') with &&) where (counts)
);
create index coordination_by_facilitator on coordination (facilitator_id);
create index coordination_by_area on coordination (sub_district text_pattern_ops);

create function coordination_ends_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.ended_by is not null
       or (new.coordination_id, new.sub_district, new.facilitator_id, new.valid_from, new.valid_until, new.appointed_by,
           new.appointed_at)
          is distinct from
          (old.coordination_id, old.sub_district, old.facilitator_id, old.valid_from, old.valid_until, old.appointed_by,
           old.appointed_at) then
        raise exception 'a coordinator is ended once and never edited' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger coordination_ends_once before update or delete on coordination
    for each row execute function coordination_ends_once();

create function coordinator_works_there() returns trigger language plpgsql as $$
begin
    if not exists (select from facilitator_assignment a
                    where a.facilitator_id = new.facilitator_id and a.role = 'FACILITATOR'
                      and starts_with(a.village_code, new.sub_district || '.')
                      and a.valid_from <= new.valid_from
                      and (a.valid_until is null or a.valid_until >= new.valid_from)) then
        raise exception 'a coordinator is one of the facilitators of the sub-district'
            using errcode = 'check_violation', constraint = 'coordinator_works_there';
    end if;
    return new;
end $$;
create trigger coordinator_works_there before insert on coordination
    for each row execute function coordinator_works_there();

-- Of whom the notifications of a coordinator are: those in force on a day who still work in the sub-district.
create function coordinators_in_charge(day date) returns table (sub_district text, facilitator_id uuid) language sql stable as $$
    select c.sub_district, c.facilitator_id
      from coordination c
     where c.counts and c.valid_from <= day and (c.last_day is null or c.last_day >= day)
       and exists (select from facilitator_assignment a
                    where a.facilitator_id = c.facilitator_id and a.role = 'FACILITATOR'
                      and starts_with(a.village_code, c.sub_district || '.')
                      and a.valid_from <= day and (a.valid_until is null or a.valid_until >= day))
$$;
