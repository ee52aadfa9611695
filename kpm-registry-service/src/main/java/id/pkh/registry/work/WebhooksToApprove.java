package id.pkh.registry.work;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/** Subscriptions of other systems, which send nothing until an officer has approved them. */
@Singleton
class WebhooksToApprove extends WaitingRows {

    WebhooksToApprove(Database database) {
        super(database, "WEBHOOK_TO_APPROVE", Set.of(Roles.MINISTRY_OFFICER));
    }

    @Override
    protected String areaColumn() {
        return "w.area_code";
    }

    @Override
    protected String sql(String visible) {
        return "SELECT due_on, id, village_code, '/api/v1/webhooks/' || id || '/approval' AS href"
                + " FROM (SELECT (w.created_at AT TIME ZONE 'Asia/Jakarta')::date AS due_on,"
                + " w.webhook_id AS id, w.area_code AS village_code FROM webhook w"
                + " WHERE w.state = 'WAITING' AND w.owner <> :subject AND "
                + visible
                + ") AS waiting WHERE (due_on, id) > (:from, :after) ORDER BY due_on, id LIMIT :limit";
    }
}
