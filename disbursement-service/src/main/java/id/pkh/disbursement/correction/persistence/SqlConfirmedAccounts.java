package id.pkh.disbursement.correction.persistence;

import id.pkh.disbursement.correction.ConfirmedAccount;
import id.pkh.disbursement.correction.ConfirmedAccounts;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class SqlConfirmedAccounts implements ConfirmedAccounts {

    private static final String ADD =
            """
            INSERT INTO account_confirmation (change_id, kpm_id, change_no, confirmed_at)
            SELECT * FROM unnest(:changes, :kpms, :numbers, :times)
            ON CONFLICT DO NOTHING
            """;

    private final Database database;

    SqlConfirmedAccounts(Database database) {
        this.database = database;
    }

    @Override
    public void add(List<ConfirmedAccount> confirmed) {
        database.update(
                ADD,
                u ->
                        u.bind("changes", SqlArrays.uuids(confirmed, ConfirmedAccount::changeId))
                                .bind("kpms", SqlArrays.uuids(confirmed, ConfirmedAccount::kpmId))
                                .bind(
                                        "numbers",
                                        SqlArrays.numbers(confirmed, ConfirmedAccount::changeNo))
                                .bind(
                                        "times",
                                        SqlArrays.instants(
                                                confirmed, ConfirmedAccount::confirmedAt)));
    }
}
