package id.pkh.meeting.meeting;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/** Proposals to take back a meeting, which wait for a second person. */
@Singleton
class TakingBackWaits extends WaitingRows {

    TakingBackWaits(Database database) {
        super(database, "TAKING_BACK_WAITS", Set.of(Roles.COORDINATOR, Roles.DATA_ADMINISTRATOR));
    }

    @Override
    protected String areaColumn() {
        return "g.village_code";
    }

    @Override
    protected String sql(String visible) {
        return "SELECT due_on, id, village_code, '/api/v1/meetings/' || meeting_id || '/taking-back-proposals/' || id"
                + " || '/confirmation' AS href"
                + " FROM (SELECT (t.proposed_at AT TIME ZONE 'Asia/Jakarta')::date AS due_on, t.id, t.meeting_id,"
                + " g.village_code FROM meeting_taking_back t JOIN meeting m ON m.id = t.meeting_id"
                + " JOIN kpm_group g ON g.id = m.group_id WHERE t.outcome IS NULL AND t.proposed_by <> :subject AND "
                + visible
                + ") AS waiting WHERE (due_on, id) > (:from, :after) ORDER BY due_on, id LIMIT :limit";
    }
}
