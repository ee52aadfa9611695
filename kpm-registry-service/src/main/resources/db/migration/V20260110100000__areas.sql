-- Administrative areas by Kemendagri code, PP.KK.CC.VVVV. Level and parent follow from the code.
create table area (
    code text primary key,
    name text not null,
    level text not null generated always as (
        case length(code) when 2 then 'PROVINCE' when 5 then 'REGENCY' when 8 then 'DISTRICT' else 'VILLAGE' end) stored,
    parent_code text generated always as (
        case length(code) when 5 then left(code, 2) when 8 then left(code, 5) when 13 then left(code, 8) end) stored
        references area (code),
    recorded_at timestamptz not null default now(),
    constraint area_code_format check (code ~ '^[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?$'),
    constraint area_name_given check (length(trim(name)) between 1 and 100)
);
create index area_by_parent on area (parent_code, code);

insert into area (code, name) values ('17', 'Bengkulu');
insert into area (code, name) values ('17.71', 'Kota Bengkulu');
insert into area (code, name) values ('17.71.08', 'Sungai Serut');
insert into area (code, name) values
    ('17.71.08.1001', 'Kampung Kelawi'),
    ('17.71.08.1002', 'Sukamerindu'),
    ('17.71.08.1003', 'Semarang'),
    ('17.71.08.1004', 'Tanjung Agung'),
    ('17.71.08.1005', 'Tanjung Jaya'),
    ('17.71.08.1006', 'Surabaya'),
    ('17.71.08.1007', 'Pasar Bengkulu');
