package id.pkh.registry.work;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/** Data updates that another person submitted and a data administrator decides. */
@Singleton
class UpdatesToDecide extends WaitingRows {

    UpdatesToDecide(Database database) {
        super(database, "UPDATE_TO_DECIDE", Set.of(Roles.DATA_ADMINISTRATOR));
    }

    @Override
    protected String sql(String visible) {
        return "SELECT u.due_on, u.update_id AS id, u.kpm_id, k.village_code,"
                + " (u.submitted_at AT TIME ZONE 'Asia/Jakarta')::date AS since,"
                + " '/api/v1/data-updates/' || u.update_id || '/acceptance' AS href"
                + " FROM family_update u JOIN kpm k ON k.id = u.kpm_id"
                + " WHERE u.state = 'SUBMITTED' AND NOT EXISTS (SELECT FROM family_update_revision r"
                + " WHERE r.update_id = u.update_id AND r.submitted_by = :subject)"
                + " AND (u.due_on, u.update_id) > (:from, :after) AND "
                + visible
                + " ORDER BY u.due_on, u.update_id LIMIT :limit";
    }
}
