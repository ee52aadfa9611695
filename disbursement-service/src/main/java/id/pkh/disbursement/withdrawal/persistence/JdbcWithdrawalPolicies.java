package id.pkh.disbursement.withdrawal.persistence;

import id.pkh.disbursement.withdrawal.WithdrawalPolicies;
import id.pkh.disbursement.withdrawal.domain.WithdrawalTerms;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.Reread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

@ApplicationScoped
class JdbcWithdrawalPolicies implements WithdrawalPolicies {

    private final Database database;
    private final Reread<List<WithdrawalTerms>> known = new Reread<>(this::read);

    JdbcWithdrawalPolicies(Database database) {
        this.database = database;
    }

    @Override
    public WithdrawalTerms inForceOn(LocalDate cycleFrom) {
        return known.get().stream()
                .filter(terms -> !terms.validFrom().isAfter(cycleFrom))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no policy of withdrawals on " + cycleFrom));
    }

    private List<WithdrawalTerms> read() {
        return database.query(
                "SELECT policy_code, valid_from, days_until_listed, days_until_examined,"
                        + " call_back_percent FROM withdrawal_policy ORDER BY valid_from DESC",
                q -> q.map(database.rowsAs(WithdrawalTerms.class)).list());
    }
}
