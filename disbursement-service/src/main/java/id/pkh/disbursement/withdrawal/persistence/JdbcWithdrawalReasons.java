package id.pkh.disbursement.withdrawal.persistence;

import static java.util.stream.Collectors.toUnmodifiableSet;

import id.pkh.disbursement.withdrawal.WithdrawalReasons;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.Reread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

@ApplicationScoped
class JdbcWithdrawalReasons implements WithdrawalReasons {

    private final Database database;
    private final Reread<List<WithdrawalReason>> known = new Reread<>(this::read);

    JdbcWithdrawalReasons(Database database) {
        this.database = database;
    }

    @Override
    public List<WithdrawalReason> all() {
        return known.get();
    }

    @Override
    public Set<String> on(LocalDate day) {
        return all().stream()
                .filter(reason -> !reason.validFrom().isAfter(day))
                .map(WithdrawalReason::code)
                .collect(toUnmodifiableSet());
    }

    private List<WithdrawalReason> read() {
        return database.query(
                "SELECT code, valid_from, source FROM withdrawal_reason ORDER BY code",
                q -> q.map(database.rowsAs(WithdrawalReason.class)).list());
    }
}
