package id.pkh.registry.work;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/** Changes of accounts and caretakers that wait for a second person: the family is not paid. */
@Singleton
class AccountsToConfirm extends WaitingRows {

    AccountsToConfirm(Database database) {
        super(
                database,
                "ACCOUNT_TO_CONFIRM",
                Set.of(Roles.DATA_ADMINISTRATOR, Roles.MINISTRY_OFFICER));
    }

    /**
     * The partial index of the families that wait serves it. {@code OFFSET 0}: the people who
     * changed an account are looked up for the items of the page only.
     */
    @Override
    protected String sql(String visible) {
        return "SELECT due_on, id, kpm_id, village_code, '/api/v1/account-changes/' || id || '/confirmation' AS href"
                + " FROM (SELECT (k.account_waits_since AT TIME ZONE 'Asia/Jakarta')::date AS due_on,"
                + " k.account_change_id AS id, k.id AS kpm_id, k.village_code FROM kpm k"
                + " WHERE k.account_waits_since IS NOT NULL AND "
                + visible
                + " AND ((k.account_waits_since AT TIME ZONE 'Asia/Jakarta')::date, k.account_change_id)"
                + " > (:from, :after) ORDER BY 1, 2 OFFSET 0) AS waiting"
                + " WHERE :subject NOT IN (SELECT account_changers(id))"
                + " ORDER BY due_on, id LIMIT :limit";
    }
}
