-- Who answers for each village on a day. During the overlap of a hand-over this is the successor.
create function facilitators_in_charge(day date) returns table (village_code text, facilitator_id uuid) language sql stable as $$
    select a.village_code, a.facilitator_id
      from facilitator_assignment a
     where a.role = 'FACILITATOR' and a.valid_from <= day and (a.valid_until is null or a.valid_until >= day)
       and not exists (
           select from facilitator_assignment s
            where s.role = 'FACILITATOR' and s.village_code = a.village_code and s.valid_from > a.valid_from
              and s.valid_from <= day and (s.valid_until is null or s.valid_until >= day))
$$;

-- A village whose families had nobody: noticed once, and closed when somebody is there, or no family any more.
create table village_without_facilitator (
    lapse_id uuid primary key,
    village_code text not null references area (code),
    since date,
    families integer not null,
    noticed_at timestamptz not null,
    ended_at timestamptz,
    constraint village_without_facilitator_families check (families > 0),
    constraint village_without_facilitator_range check (ended_at is null or ended_at >= noticed_at)
);
create unique index village_without_facilitator_open on village_without_facilitator (village_code) where ended_at is null;

create function village_without_facilitator_ends_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.ended_at is not null
       or (new.lapse_id, new.village_code, new.since, new.families, new.noticed_at)
          is distinct from (old.lapse_id, old.village_code, old.since, old.families, old.noticed_at) then
        raise exception 'a village without a facilitator is noticed and closed once' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger village_without_facilitator_ends_once before update or delete on village_without_facilitator
    for each row execute function village_without_facilitator_ends_once();
