package id.pkh.registry.work;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/** Villages that the caller takes over, and of whose open cases the receipt is not confirmed. */
@Singleton
class HandoversToReceive extends WaitingRows {

    HandoversToReceive(Database database) {
        super(database, "HANDOVER_TO_RECEIVE", Set.of(Roles.FACILITATOR));
    }

    @Override
    protected String areaColumn() {
        return "r.village_code";
    }

    /** Hand-overs of before the receipts have no code of the plan, and wait for nothing. */
    @Override
    protected String sql(String visible) {
        return "SELECT r.effective_on AS due_on, r.id, r.village_code,"
                + " '/api/v1/handovers/' || r.id || '/receipt' AS href"
                + " FROM facilitator f JOIN reassignment r ON r.successor_id = f.id"
                + " WHERE (f.code = :subject OR f.id::text = :subject) AND r.successor_assignment_id IS NOT NULL"
                + " AND NOT EXISTS (SELECT FROM reassignment_cancellation c WHERE c.reassignment_id = r.id)"
                + " AND NOT EXISTS (SELECT FROM reassignment_receipt p WHERE p.reassignment_id = r.id)"
                + " AND (r.effective_on, r.id) > (:from, :after) AND "
                + visible
                + " ORDER BY r.effective_on, r.id LIMIT :limit";
    }
}
