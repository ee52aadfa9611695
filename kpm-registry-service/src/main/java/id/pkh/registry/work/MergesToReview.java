package id.pkh.registry.work;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/** Merges of families, which a data administrator confirms who did not propose them. */
@Singleton
class MergesToReview extends WaitingRows {

    MergesToReview(Database database) {
        super(database, "MERGE_TO_REVIEW", Set.of(Roles.DATA_ADMINISTRATOR));
    }

    @Override
    protected String sql(String visible) {
        return "SELECT due_on, id, kpm_id, village_code, '/api/v1/family-merges/' || id || '/acceptance' AS href"
                + " FROM (SELECT (g.proposed_at AT TIME ZONE 'Asia/Jakarta')::date AS due_on,"
                + " g.merge_id AS id, k.id AS kpm_id, k.village_code FROM family_merge g JOIN kpm k ON k.id = g.ended_kpm"
                + " WHERE g.state = 'PROPOSED' AND g.proposed_by <> :subject AND "
                + visible
                + ") AS waiting WHERE (due_on, id) > (:from, :after) ORDER BY due_on, id LIMIT :limit";
    }
}
