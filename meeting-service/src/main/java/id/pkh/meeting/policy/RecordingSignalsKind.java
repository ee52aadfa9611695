package id.pkh.meeting.policy;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicySpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The thresholds of recording signals: {@code recording_signal_policy}. */
@ApplicationScoped
class RecordingSignalsKind implements PolicyKind<RecordingSignalsDocument> {

    static final String NAME = "RECORDING_SIGNALS";

    private final Database database;

    RecordingSignalsKind(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<RecordingSignalsDocument> documentType() {
        return RecordingSignalsDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return FirstDays.OF_MONTHS;
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT policy_code, valid_from, NULL::date AS valid_until FROM recording_signal_policy",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    /** The form alone says what is possible. */
    @Override
    public void check(RecordingSignalsDocument document) {
        // no two fields can contradict each other
    }

    @Override
    public void add(RecordingSignalsDocument document) {
        database.update(
                "INSERT INTO recording_signal_policy (policy_code, valid_from, full_lists, lists_at_once,"
                        + " within_seconds, late_days, legal_basis)"
                        + " VALUES (:code, :from, :full, :atOnce, :seconds, :late, :basis)",
                u ->
                        u.bind("code", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("full", document.fullLists())
                                .bind("atOnce", document.listsAtOnce())
                                .bind("seconds", document.withinSeconds())
                                .bind("late", document.lateDays())
                                .bind("basis", document.legalBasis()));
    }

    @Override
    public void remove(RecordingSignalsDocument document) {
        database.update(
                "DELETE FROM recording_signal_policy WHERE policy_code = :code",
                u -> u.bind("code", document.policyCode()));
    }
}
