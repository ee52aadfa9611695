package id.pkh.disbursement.exceptions.persistence;

import id.pkh.disbursement.exceptions.ReconciliationPolicies;
import id.pkh.disbursement.exceptions.domain.ReconciliationTerms;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.Reread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

@ApplicationScoped
class JdbcReconciliationPolicies implements ReconciliationPolicies {

    private final Database database;
    private final Reread<List<ReconciliationTerms>> known = new Reread<>(this::read);

    JdbcReconciliationPolicies(Database database) {
        this.database = database;
    }

    @Override
    public ReconciliationTerms inForceOn(LocalDate day) {
        return known.get().stream()
                .filter(terms -> !terms.validFrom().isAfter(day))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no policy of reconciliation on " + day));
    }

    /** A policy as its row has it. */
    public record PolicyRow(String policyCode, LocalDate validFrom, int accountChangedDays) {}

    /** The days of one bank in a policy. */
    public record BankDays(String policyCode, String bank, int days) {}

    private List<ReconciliationTerms> read() {
        Map<String, Map<String, Integer>> bankDays =
                database
                        .query(
                                "SELECT policy_code, bank, days FROM reconciliation_bank_days",
                                q -> q.map(database.rowsAs(BankDays.class)).list())
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        BankDays::policyCode,
                                        Collectors.toMap(BankDays::bank, BankDays::days)));
        return database
                .query(
                        "SELECT policy_code, valid_from, account_changed_days"
                                + " FROM reconciliation_policy ORDER BY valid_from DESC",
                        q -> q.map(database.rowsAs(PolicyRow.class)).list())
                .stream()
                .map(
                        row ->
                                new ReconciliationTerms(
                                        row.policyCode(),
                                        row.validFrom(),
                                        row.accountChangedDays(),
                                        bankDays.getOrDefault(row.policyCode(), Map.of())))
                .toList();
    }
}
