package id.pkh.disbursement.bank.persistence;

import id.pkh.disbursement.bank.Banks;
import id.pkh.disbursement.bank.domain.BankTerms;
import id.pkh.disbursement.jdbc.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
class JdbcBanks implements Banks {

    private final Database database;

    JdbcBanks(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, BankTerms> on(LocalDate day) {
        return database
                .list(
                        "SELECT bank, bic, account_digits FROM bank_terms"
                                + " WHERE valid_from <= ? AND (valid_until IS NULL OR valid_until >= ?)",
                        p -> p.day(day).day(day),
                        row ->
                                new BankTerms(
                                        row.getString("bank"),
                                        row.getString("bic"),
                                        row.getObject("account_digits", Integer.class)))
                .stream()
                .collect(Collectors.toMap(BankTerms::bank, Function.identity()));
    }
}
