package id.pkh.disbursement.bank.persistence;

import id.pkh.disbursement.bank.Banks;
import id.pkh.disbursement.bank.domain.BankTerms;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;

@ApplicationScoped
class JdbcBanks implements Banks {

    private static final String ON_A_DAY =
            "SELECT bank, bic, account_digits, unusual_length, delivery FROM bank_terms"
                    + " WHERE valid_from <= :day AND (valid_until IS NULL OR valid_until >= :day)";

    private final Database database;

    JdbcBanks(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, BankTerms> on(LocalDate day) {
        return database.query(
                ON_A_DAY,
                q ->
                        q.bind("day", day)
                                .map(database.rowsAs(BankTerms.class))
                                .collectToMap(BankTerms::bank, Function.identity()));
    }
}
