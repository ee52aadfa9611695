package id.pkh.registry.work;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/** Transfers of children to families of the area, for another person than who proposed them. */
@Singleton
class TransfersToDecide extends WaitingRows {

    TransfersToDecide(Database database) {
        super(database, "TRANSFER_TO_DECIDE", Set.of(Roles.DATA_ADMINISTRATOR));
    }

    @Override
    protected String sql(String visible) {
        return "SELECT due_on, id, kpm_id, village_code, '/api/v1/child-transfers/' || id || '/confirmation' AS href"
                + " FROM (SELECT (t.proposed_at AT TIME ZONE 'Asia/Jakarta')::date AS due_on,"
                + " t.transfer_id AS id, k.id AS kpm_id, k.village_code FROM child_transfer t JOIN kpm k ON k.id = t.to_kpm"
                + " WHERE t.state = 'PROPOSED' AND t.proposed_by <> :subject AND "
                + visible
                + ") AS waiting WHERE (due_on, id) > (:from, :after) ORDER BY due_on, id LIMIT :limit";
    }
}
