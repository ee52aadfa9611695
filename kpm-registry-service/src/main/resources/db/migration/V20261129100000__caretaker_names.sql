-- The name under which a family is paid belongs to the history of its account: a bank compares it with the account.
alter table account_change add column caretaker_name_cipher bytea;

-- The history was shown with the present name of each caretaker, so that name is carried over.
alter table account_change disable trigger account_change_append_only;
update account_change c set caretaker_name_cipher = m.name_cipher
  from family_member m where m.id = c.caretaker_member_id;
alter table account_change enable trigger account_change_append_only;
alter table account_change alter column caretaker_name_cipher set not null;

-- At the end of a transaction that renamed a caretaker, the latest change of the family's account has the new name.
create function caretaker_name_is_recorded() returns trigger language plpgsql as $$
begin
    if exists (
        select from kpm k
          join account_change c on c.change_id = k.account_change_id
          join family_member m on m.id = k.caretaker_member_id
         where k.id = new.kpm_id and m.id = new.id and c.caretaker_name_cipher <> m.name_cipher)
    then
        raise exception 'another name of a caretaker is a change of the account'
            using errcode = 'check_violation', constraint = 'family_member_caretaker_name';
    end if;
    return null;
end $$;
create constraint trigger family_member_caretaker_name after update on family_member
    deferrable initially deferred for each row
    when (old.name_cipher is distinct from new.name_cipher) execute function caretaker_name_is_recorded();
