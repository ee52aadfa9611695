package id.pkh.registry.work;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/** Data updates that went back to the field, which submits them again or withdraws them. */
@Singleton
class UpdatesReturned extends WaitingRows {

    UpdatesReturned(Database database) {
        super(database, "UPDATE_RETURNED", Set.of(Roles.FACILITATOR, Roles.COORDINATOR));
    }

    @Override
    protected String sql(String visible) {
        return "SELECT u.due_on, u.update_id AS id, u.kpm_id, k.village_code,"
                + " (u.submitted_at AT TIME ZONE 'Asia/Jakarta')::date AS since,"
                + " '/api/v1/data-updates/' || u.update_id || '/revisions' AS href"
                + " FROM family_update u JOIN kpm k ON k.id = u.kpm_id"
                + " WHERE u.state = 'RETURNED' AND :subject <> ''"
                + " AND (u.due_on, u.update_id) > (:from, :after) AND "
                + visible
                + " ORDER BY u.due_on, u.update_id LIMIT :limit";
    }
}
