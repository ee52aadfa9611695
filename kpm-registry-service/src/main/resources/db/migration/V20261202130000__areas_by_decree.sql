-- Areas as decrees of the Minister of Home Affairs list them. What a decree lists is called as it says; other areas are added by files.
create extension if not exists pg_trgm;

create table area_decree (
    number text primary key,
    issued_on date not null,
    title text not null,
    source text not null,
    loaded_at timestamptz not null,
    constraint area_decree_number_form check (number ~ '^[0-9A-Za-z.-]+/[0-9]{4}$')
);

alter table area
    add column decree text references area_decree (number),
    add column bps_code text,
    add column ended_on date;
alter table area
    add constraint area_bps_code_form check (
        bps_code ~ '^[0-9]+$' and length(bps_code) =
            case length(code) when 2 then 2 when 5 then 4 when 8 then 7 else 10 end),
    -- only a later decree ends an area, and only one that a decree had listed
    add constraint area_ended_was_decreed check (ended_on is null or decree is not null);
create unique index area_by_bps_code on area (bps_code) where bps_code is not null;
create index area_added on area (code) where decree is null;
create index area_by_name on area using gin (lower(name) gin_trgm_ops);

-- What an area was called before, and under which decree.
create table area_former (
    code text not null references area (code),
    name text not null,
    decree text references area_decree (number),
    ended_on date,
    replaced_at timestamptz not null,
    primary key (code, replaced_at)
);

create function keep_former_area() returns trigger language plpgsql as $$
begin
    insert into area_former (code, name, decree, ended_on, replaced_at)
    values (old.code, old.name, old.decree, old.ended_on, clock_timestamp());
    return null;
end $$;

create trigger area_is_kept after update of name, decree, ended_on on area
    for each row when (
        old.name is distinct from new.name or old.decree is distinct from new.decree
        or old.ended_on is distinct from new.ended_on)
    execute function keep_former_area();

create trigger area_former_is_final before update or delete on area_former
    for each row execute function registry_history_stays();
create trigger area_stays before delete on area for each row execute function registry_history_stays();
