package id.pkh.verification.work.persistence;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import jakarta.inject.Singleton;
import java.util.Set;

/** What schools sent by links, until a person has looked at it. */
@Singleton
class SchoolDaysToReview extends FamilyRows {

    SchoolDaysToReview(Database database) {
        super(database, "SCHOOL_DAYS_TO_REVIEW", Set.of(Roles.FACILITATOR, Roles.COORDINATOR));
    }

    /** Days are Jakarta's, as everywhere where an instant becomes a business day. */
    @Override
    protected String sql(String visible) {
        return "SELECT u.due_on, u.form_id AS id, s.village_code,"
                + " '/api/v1/school-links/' || u.link_id AS href"
                + " FROM (SELECT w.*, (w.sent_at AT TIME ZONE 'Asia/Jakarta')::date AS due_on FROM school_link_sending w"
                + " WHERE w.reviewed_at IS NULL) u CROSS JOIN LATERAL (SELECT k.village_code FROM form_member m"
                + " JOIN kpm k USING (kpm_id) WHERE m.form_id = u.form_id AND "
                + visible
                + " ORDER BY k.village_code LIMIT 1) s"
                + " WHERE (u.due_on, u.form_id) > (:from, :after)"
                + " ORDER BY u.due_on, u.form_id LIMIT :limit";
    }
}
