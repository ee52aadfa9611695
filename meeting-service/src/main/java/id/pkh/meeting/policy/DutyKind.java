package id.pkh.meeting.policy;

import id.pkh.meeting.policy.DutyDocument.StepEntry;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicyRows;
import id.pkh.platform.policies.PolicySpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/** The escalation of facilitators' lapses: {@code facilitator_duty_policy}. */
@ApplicationScoped
class DutyKind implements PolicyKind<DutyDocument> {

    static final String NAME = "DUTY_ESCALATION";

    private final Database database;

    DutyKind(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<DutyDocument> documentType() {
        return DutyDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return FirstDays.OF_MONTHS;
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT DISTINCT policy_code, valid_from, NULL::date AS valid_until"
                        + " FROM facilitator_duty_policy",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    /** What happens in the first month is stated, and no later month has a lower level. */
    @Override
    public void check(DutyDocument document) {
        PolicyRows.requireDistinct(document.steps(), StepEntry::name);
        List<StepEntry> ascending =
                document.steps().stream()
                        .sorted(Comparator.comparingInt(StepEntry::monthsRunningFrom))
                        .toList();
        PolicyRows.require(ascending.get(0).monthsRunningFrom() == 1, "months_running_from 1");
        for (int i = 1; i < ascending.size(); i++) {
            PolicyRows.requirePossible(
                    ascending.get(i).level().compareTo(ascending.get(i - 1).level()) >= 0,
                    ascending.get(i).name());
        }
    }

    @Override
    public void add(DutyDocument document) {
        database.batch(
                "INSERT INTO facilitator_duty_policy (policy_code, valid_from, months_running_from,"
                        + " level, legal_basis) VALUES (:code, :from, :months, :level, :basis)",
                document.steps(),
                (row, step) ->
                        row.bind("code", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("months", step.monthsRunningFrom())
                                .bind("level", step.level().name())
                                .bind("basis", document.legalBasis()));
    }

    @Override
    public void remove(DutyDocument document) {
        database.update(
                "DELETE FROM facilitator_duty_policy WHERE policy_code = :code",
                u -> u.bind("code", document.policyCode()));
    }
}
