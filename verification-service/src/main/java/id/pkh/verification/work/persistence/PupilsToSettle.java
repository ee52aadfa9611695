package id.pkh.verification.work.persistence;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import jakarta.inject.Singleton;
import java.util.Set;

/** Rows of school forms of which somebody other than their sender decides whom they are about. */
@Singleton
class PupilsToSettle extends FamilyRows {

    PupilsToSettle(Database database) {
        super(database, "PUPIL_TO_SETTLE", Set.of(Roles.FACILITATOR, Roles.DATA_ADMINISTRATOR));
    }

    /** Days are Jakarta's, as everywhere where an instant becomes a business day. */
    @Override
    protected String sql(String visible) {
        return "SELECT u.due_on, u.row_id AS id, s.village_code,"
                + " '/api/v1/unmatched-pupils/' || u.row_id AS href"
                + " FROM (SELECT w.*, (w.received_at AT TIME ZONE 'Asia/Jakarta')::date AS due_on FROM unmatched_pupil w"
                + " WHERE w.ended_at IS NULL) u CROSS JOIN LATERAL (SELECT k.village_code FROM unmatched_pupil_side k"
                + " WHERE k.row_id = u.row_id AND "
                + visible
                + " ORDER BY k.village_code LIMIT 1) s"
                + " WHERE (u.due_on, u.row_id) > (:from, :after) AND u.sent_by <> :subject"
                + " ORDER BY u.due_on, u.row_id LIMIT :limit";
    }
}
