package id.pkh.verification.policy;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.web.BusinessDates;
import id.pkh.verification.policy.PolicyView.CommitmentView;
import id.pkh.verification.policy.PolicyView.CommitmentsView;
import id.pkh.verification.policy.PolicyView.ExemptionReasonView;
import id.pkh.verification.policy.PolicyView.LadderView;
import id.pkh.verification.policy.PolicyView.RungView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The tables of policies, for display. */
@ApplicationScoped
class Policies {

    private static final String LADDERS =
            "SELECT policy_code, valid_from, legal_basis, appeal_window_days, appeal_legal_basis"
                    + " FROM ladder_policy ORDER BY valid_from";

    private static final String RUNGS =
            "SELECT * FROM ladder_rung WHERE policy_code = :policy ORDER BY cause, running";

    private static final String COMMITMENT_POLICIES =
            "SELECT policy_code, valid_from, legal_basis FROM commitment_policy ORDER BY valid_from";

    private static final String COMMITMENTS =
            "SELECT * FROM commitment_rule WHERE policy_code = :policy "
                    + " ORDER BY component, age_from_months, care NULLS FIRST, birth_from_month";

    private static final String REASONS =
            "SELECT reason_code, scope_kinds AS scopes, description FROM exemption_policy_reason"
                    + " WHERE policy_code = (SELECT policy_code FROM exemption_policy"
                    + " WHERE valid_from <= :today ORDER BY valid_from DESC LIMIT 1) ORDER BY reason_code";

    private record LadderRow(
            String policyCode,
            LocalDate validFrom,
            String legalBasis,
            int appealWindowDays,
            String appealLegalBasis) {}

    private record CommitmentPolicyRow(String policyCode, LocalDate validFrom, String legalBasis) {}

    private final Database database;
    private final Clock clock;

    Policies(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    PolicyView all() {
        return new PolicyView(
                rows(LADDERS, LadderRow.class).stream().map(this::ladder).toList(),
                rows(COMMITMENT_POLICIES, CommitmentPolicyRow.class).stream()
                        .map(this::commitments)
                        .toList(),
                database.query(
                        REASONS,
                        q ->
                                q.bind("today", BusinessDates.today(clock))
                                        .map(database.rowsAs(ExemptionReasonView.class))
                                        .list()));
    }

    private LadderView ladder(LadderRow row) {
        return new LadderView(
                row.policyCode(),
                row.validFrom(),
                row.legalBasis(),
                row.appealWindowDays(),
                row.appealLegalBasis(),
                rowsOf(RUNGS, row.policyCode(), RungView.class));
    }

    private CommitmentsView commitments(CommitmentPolicyRow row) {
        return new CommitmentsView(
                row.policyCode(),
                row.validFrom(),
                row.legalBasis(),
                rowsOf(COMMITMENTS, row.policyCode(), CommitmentView.class));
    }

    private <T> List<T> rows(String sql, Class<T> type) {
        return database.query(sql, q -> q.map(database.rowsAs(type)).list());
    }

    private <T> List<T> rowsOf(String sql, String policyCode, Class<T> type) {
        return database.query(
                sql, q -> q.bind("policy", policyCode).map(database.rowsAs(type)).list());
    }
}
