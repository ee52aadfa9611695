package id.pkh.registry.work;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/** Candidates who did not come to their initial meeting and were not met at home yet. */
@Singleton
class CandidatesToTrace extends WaitingRows {

    /** Whether the latest mark of the family {@code k} says that it did not come. */
    static final String DID_NOT_COME =
            "(SELECT l.mark FROM initial_mark l JOIN initial_invitation i"
                    + " ON i.meeting_id = l.meeting_id AND i.kpm_id = l.kpm_id"
                    + " WHERE l.kpm_id = k.id AND NOT i.withdrawn"
                    + " ORDER BY l.record_no DESC LIMIT 1) = 'DID_NOT_COME'";

    CandidatesToTrace(Database database) {
        super(database, "CANDIDATE_TO_TRACE", Set.of(Roles.FACILITATOR, Roles.COORDINATOR));
    }

    @Override
    protected String sql(String visible) {
        return "SELECT m.meets_on AS due_on, k.id, k.id AS kpm_id, k.village_code,"
                + " '/api/v1/initial-candidates/' || k.id AS href"
                + " FROM kpm k JOIN initial_invitation i ON i.kpm_id = k.id AND NOT i.withdrawn"
                + " JOIN initial_meeting m ON m.meeting_id = i.meeting_id"
                + " WHERE k.status = 'INVITED' AND :subject <> '' AND "
                + DID_NOT_COME
                + " AND (m.meets_on, k.id) > (:from, :after) AND "
                + visible
                + " ORDER BY m.meets_on, k.id LIMIT :limit";
    }
}
