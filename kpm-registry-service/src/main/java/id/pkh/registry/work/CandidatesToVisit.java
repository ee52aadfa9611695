package id.pkh.registry.work;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Candidates whose data nobody has validated yet: they are to be invited, met or visited. Those who
 * did not come to their meeting are work of its own. People of the field do it, so the families of
 * their areas are few.
 */
@Singleton
class CandidatesToVisit extends WaitingRows {

    CandidatesToVisit(Database database) {
        super(database, "CANDIDATE_TO_VISIT", Set.of(Roles.FACILITATOR, Roles.COORDINATOR));
    }

    @Override
    protected String sql(String visible) {
        return "SELECT due_on, id, id AS kpm_id, village_code, '/api/v1/kpm/' || id AS href"
                + " FROM (SELECT (k.recorded_at AT TIME ZONE 'Asia/Jakarta')::date AS due_on, k.id, k.village_code"
                + " FROM kpm k WHERE k.status IN ('CANDIDATE', 'INVITED', 'VISITED') AND :subject <> ''"
                + " AND NOT (k.status = 'INVITED' AND coalesce("
                + CandidatesToTrace.DID_NOT_COME
                + ", false)) AND "
                + visible
                + ") AS waiting WHERE (due_on, id) > (:from, :after) ORDER BY due_on, id LIMIT :limit";
    }
}
