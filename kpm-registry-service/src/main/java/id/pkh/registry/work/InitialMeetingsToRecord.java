package id.pkh.registry.work;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** Initial meetings whose day has come, and of which nothing is recorded. */
@Singleton
class InitialMeetingsToRecord extends WaitingRows {

    InitialMeetingsToRecord(Database database) {
        super(database, "INITIAL_MEETING_TO_RECORD", Set.of(Roles.FACILITATOR, Roles.COORDINATOR));
    }

    @Override
    protected String areaColumn() {
        return "m.village_code";
    }

    @Override
    protected Map<String, Object> parameters(LocalDate today) {
        return Map.of("today", today);
    }

    @Override
    protected String sql(String visible) {
        return "SELECT m.meets_on AS due_on, m.meeting_id AS id, m.village_code,"
                + " '/api/v1/initial-meetings/' || m.meeting_id AS href FROM initial_meeting m"
                + " WHERE m.cancel_reason IS NULL AND m.meets_on <= :today AND :subject <> ''"
                + " AND NOT EXISTS (SELECT FROM initial_record r WHERE r.meeting_id = m.meeting_id)"
                + " AND (m.meets_on, m.meeting_id) > (:from, :after) AND "
                + visible
                + " ORDER BY m.meets_on, m.meeting_id LIMIT :limit";
    }
}
