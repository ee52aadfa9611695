-- A person of a family that has left may join another family. The former membership is kept, and a person is in one
-- family only.
alter table family_member add column former_since date;
alter table family_member drop constraint family_member_one_per_nik;
create unique index family_member_one_per_nik on family_member (nik_token) where former_since is null;

create function member_of_family_that_left() returns trigger language plpgsql as $$
begin
    if not exists (select from kpm k where k.id = new.kpm_id
                      and k.status in ('INELIGIBLE', 'GRADUATED', 'MOVED', 'DECEASED', 'TERMINATED'))
        or (old.former_since is not null and old.former_since is distinct from new.former_since)
    then
        raise exception 'only a person of a family that has left joins another one'
            using errcode = 'check_violation', constraint = 'family_member_former';
    end if;
    return new;
end $$;
create trigger family_member_former before update of former_since on family_member
    for each row when (old.former_since is distinct from new.former_since) execute function member_of_family_that_left();
