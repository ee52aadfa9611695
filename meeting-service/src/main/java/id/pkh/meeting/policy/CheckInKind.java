package id.pkh.meeting.policy;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicySpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How families check in: {@code check_in_policy}. */
@ApplicationScoped
class CheckInKind implements PolicyKind<CheckInDocument> {

    static final String NAME = "CHECK_INS";

    private final Database database;

    CheckInKind(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<CheckInDocument> documentType() {
        return CheckInDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return FirstDays.OF_MONTHS;
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT policy_code, valid_from, NULL::date AS valid_until FROM check_in_policy",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    /** The form alone says what is possible. */
    @Override
    public void check(CheckInDocument document) {
        // no two fields can contradict each other
    }

    @Override
    public void add(CheckInDocument document) {
        database.update(
                "INSERT INTO check_in_policy (policy_code, valid_from, open_minutes, step_seconds, steps_back, legal_basis)"
                        + " VALUES (:code, :from, :minutes, :seconds, :back, :basis)",
                u ->
                        u.bind("code", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("minutes", document.openMinutes())
                                .bind("seconds", document.stepSeconds())
                                .bind("back", document.stepsBack())
                                .bind("basis", document.legalBasis()));
    }

    @Override
    public void remove(CheckInDocument document) {
        database.update(
                "DELETE FROM check_in_policy WHERE policy_code = :code",
                u -> u.bind("code", document.policyCode()));
    }
}
