package id.pkh.verification.policy;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicyRows;
import id.pkh.platform.policies.PolicySpan;
import id.pkh.verification.decision.domain.Measure;
import id.pkh.verification.decision.domain.MoneyEffect;
import id.pkh.verification.decision.domain.NoticeRoute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of notices and appeals: {@code notice_policy}. */
@ApplicationScoped
class NoticeKind implements PolicyKind<NoticeDocument> {

    static final String NAME = "NOTICES";

    /** Everything that an appeal can stay. */
    private static final Set<String> STAYABLE =
            Stream.concat(
                            Stream.of(MoneyEffect.HOLD, MoneyEffect.FORFEIT)
                                    .map(effect -> Measure.SUSPEND + "_" + effect),
                            Arrays.stream(Measure.values())
                                    .filter(Measure::isExit)
                                    .map(Measure::name))
                    .collect(Collectors.toUnmodifiableSet());

    private final Database database;

    NoticeKind(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<NoticeDocument> documentType() {
        return NoticeDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return FirstDays.OF_MONTHS;
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT policy_code, valid_from, NULL::date AS valid_until FROM notice_policy",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    @Override
    public void check(NoticeDocument document) {
        PolicyRows.requireDistinct(document.routes(), NoticeRoute::name);
        PolicyRows.requireDistinct(document.appealStays(), stay -> stay);
        document.appealStays()
                .forEach(stay -> PolicyRows.requirePossible(STAYABLE.contains(stay), stay));
        // a notice is posted only after attempts by another route
        PolicyRows.require(
                document.routes().stream().anyMatch(route -> route != NoticeRoute.POSTED),
                "routes");
    }

    @Override
    public void add(NoticeDocument document) {
        database.update(
                "INSERT INTO notice_policy (policy_code, valid_from, legal_basis, routes, days_until_effect,"
                        + " attempts_until_posted, days_until_notified, decision_appeal_days,"
                        + " appeal_decision_days, appeal_stays, is_compliance_lift_by_person,"
                        + " suspension_reminder_days) VALUES (:code, :from, :basis, :routes, :effect,"
                        + " :attempts, :notified, :appeal, :decide, :stays, :person, :reminder)",
                u ->
                        u.bind("code", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("basis", document.legalBasis())
                                .bind("routes", SqlArrays.codes(document.routes(), route -> route))
                                .bind("effect", document.daysUntilEffect())
                                .bind("attempts", document.attemptsUntilPosted())
                                .bind("notified", document.daysUntilNotified())
                                .bind("appeal", document.decisionAppealDays())
                                .bind("decide", document.appealDecisionDays())
                                .bind(
                                        "stays",
                                        SqlArrays.texts(document.appealStays(), stay -> stay))
                                .bind("person", document.isComplianceLiftByPerson())
                                .bind("reminder", document.suspensionReminderDays()));
    }

    @Override
    public void remove(NoticeDocument document) {
        database.update(
                "DELETE FROM notice_policy WHERE policy_code = :code",
                u -> u.bind("code", document.policyCode()));
    }
}
