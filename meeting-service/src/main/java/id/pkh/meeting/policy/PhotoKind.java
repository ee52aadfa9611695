package id.pkh.meeting.policy;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicySpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What photos of meetings have to be like: {@code photo_policy}. */
@ApplicationScoped
class PhotoKind implements PolicyKind<PhotoDocument> {

    static final String NAME = "MEETING_PHOTOS";

    private final Database database;

    PhotoKind(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<PhotoDocument> documentType() {
        return PhotoDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return FirstDays.OF_MONTHS;
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT policy_code, valid_from, NULL::date AS valid_until FROM photo_policy",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    /** The form alone says what is possible. */
    @Override
    public void check(PhotoDocument document) {
        // no two fields can contradict each other
    }

    @Override
    public void add(PhotoDocument document) {
        database.update(
                "INSERT INTO photo_policy (policy_code, valid_from, days_around, far_metres, legal_basis)"
                        + " VALUES (:code, :from, :days, :metres, :basis)",
                u ->
                        u.bind("code", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("days", document.daysAround())
                                .bind("metres", document.farMetres())
                                .bind("basis", document.legalBasis()));
    }

    @Override
    public void remove(PhotoDocument document) {
        database.update(
                "DELETE FROM photo_policy WHERE policy_code = :code",
                u -> u.bind("code", document.policyCode()));
    }
}
