package id.pkh.verification.decision.persistence;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.Reread;
import id.pkh.verification.decision.NoticePolicies;
import id.pkh.verification.decision.domain.NoticePolicy;
import id.pkh.verification.decision.domain.NoticeRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The only reader of notice_policy, as two people have approved it. */
@ApplicationScoped
class JdbcNoticePolicies implements NoticePolicies {

    private record PolicyRow(
            String policyCode,
            LocalDate validFrom,
            String legalBasis,
            List<String> routes,
            int daysUntilEffect,
            int attemptsUntilPosted,
            int daysUntilNotified,
            int decisionAppealDays,
            int appealDecisionDays,
            List<String> appealStays,
            boolean isComplianceLiftByPerson,
            int suspensionReminderDays) {

        NoticePolicy policy() {
            return new NoticePolicy(
                    policyCode,
                    validFrom,
                    legalBasis,
                    routes.stream().map(NoticeRoute::valueOf).collect(Collectors.toSet()),
                    daysUntilEffect,
                    attemptsUntilPosted,
                    daysUntilNotified,
                    decisionAppealDays,
                    appealDecisionDays,
                    Set.copyOf(appealStays),
                    isComplianceLiftByPerson,
                    suspensionReminderDays);
        }
    }

    private final Database database;
    private final Reread<List<NoticePolicy>> known = new Reread<>(this::read);

    JdbcNoticePolicies(Database database) {
        this.database = database;
    }

    @Override
    public NoticePolicy inForceOn(LocalDate day) {
        return NoticePolicy.inForceOn(day, known.get());
    }

    private List<NoticePolicy> read() {
        return database.query(
                "SELECT * FROM notice_policy ORDER BY valid_from",
                q -> q.map(database.rowsAs(PolicyRow.class)).map(PolicyRow::policy).list());
    }
}
