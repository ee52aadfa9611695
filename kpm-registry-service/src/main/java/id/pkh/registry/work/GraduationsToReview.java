package id.pkh.registry.work;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/** Proposals that families graduate, which a data administrator reviews who did not make them. */
@Singleton
class GraduationsToReview extends WaitingRows {

    GraduationsToReview(Database database) {
        super(database, "GRADUATION_TO_REVIEW", Set.of(Roles.DATA_ADMINISTRATOR));
    }

    @Override
    protected String sql(String visible) {
        return "SELECT due_on, id, kpm_id, village_code, '/api/v1/graduations/' || id || '/acceptance' AS href"
                + " FROM (SELECT (g.proposed_at AT TIME ZONE 'Asia/Jakarta')::date AS due_on,"
                + " g.graduation_id AS id, k.id AS kpm_id, k.village_code FROM graduation g JOIN kpm k ON k.id = g.kpm_id"
                + " WHERE g.state = 'PROPOSED' AND g.proposed_by <> :subject AND "
                + visible
                + ") AS waiting WHERE (due_on, id) > (:from, :after) ORDER BY due_on, id LIMIT :limit";
    }
}
