package id.pkh.disbursement.withdrawal.persistence;

import id.pkh.disbursement.withdrawal.SentPayments.Selection;
import id.pkh.platform.figures.Regencies;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** The regencies with payments of the cycles that pay for the end of a month. */
@ApplicationScoped
class PaymentRegencies implements Regencies {

    private static final int REGENCY_CODE_CHARS = 5;

    private final Database database;
    private final SqlWithdrawalSums sums;

    PaymentRegencies(Database database, SqlWithdrawalSums sums) {
        this.database = database;
        this.sums = sums;
    }

    @Override
    public List<String> of(YearMonth month, String after, int limit) {
        return cycles(month).stream()
                .flatMap(cycle -> regencies(cycle, after, limit).stream())
                .distinct()
                .sorted()
                .limit(limit)
                .toList();
    }

    private List<String> regencies(UUID cycle, String after, int limit) {
        return sums.areas(
                new Selection(cycle, null, AreaScope.everywhere()),
                REGENCY_CODE_CHARS,
                after.isEmpty() ? null : after,
                limit);
    }

    private List<UUID> cycles(YearMonth month) {
        return database.query(
                "SELECT cycle_id FROM payment_cycle WHERE :day BETWEEN covers_from AND covers_until",
                q -> q.bind("day", month.atEndOfMonth()).mapTo(UUID.class).list());
    }
}
