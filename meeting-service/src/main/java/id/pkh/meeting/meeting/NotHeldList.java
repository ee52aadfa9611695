package id.pkh.meeting.meeting;

import id.pkh.meeting.Database;
import id.pkh.meeting.VillageFilter;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;

/** Months without a meeting, in the caller's areas. */
@ApplicationScoped
class NotHeldList {

    private final Database database;

    NotHeldList(Database database) {
        this.database = database;
    }

    Page<NotHeldView> page(
            MeetingFilter filter, Boolean standing, AreaScope areas, PageParams page) {
        UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
        return Page.of(
                database.query(
                        "SELECT n.*, g.code, g.village_code FROM not_held n JOIN kpm_group g ON g.id = n.group_id"
                                + " WHERE g.village_code LIKE ANY (?) AND g.village_code LIKE ANY (?)"
                                + " AND (?::date IS NULL OR n.month = ?)"
                                + " AND (?::text IS NULL OR g.code = ?) AND (?::uuid IS NULL OR g.id = ?)"
                                + " AND (?::boolean IS NULL OR (n.superseded_at IS NULL) = ?)"
                                + " AND (?::uuid IS NULL OR n.id > ?) ORDER BY n.id LIMIT ?",
                        NotHeldList::view,
                        Database.texts(areas.likePatterns()),
                        Database.texts(VillageFilter.patterns(filter.village())),
                        filter.month(),
                        filter.month(),
                        filter.groupCode(),
                        filter.groupCode(),
                        filter.groupId(),
                        filter.groupId(),
                        standing,
                        standing,
                        after,
                        after,
                        page.limit() + 1),
                page.limit(),
                notHeld -> new Object[] {notHeld.notHeldId()},
                Function.identity());
    }

    NotHeldView one(UUID id) {
        return database.first(
                        "SELECT n.*, g.code, g.village_code FROM not_held n JOIN kpm_group g ON g.id = n.group_id"
                                + " WHERE n.id = ?",
                        NotHeldList::view,
                        id)
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    private static NotHeldView view(ResultSet row) throws SQLException {
        NotHeld said = NotHeldRecords.read(row);
        String supersededBy = row.getString("superseded_by_kind");
        return new NotHeldView(
                said.id(),
                said.groupId(),
                row.getString("code"),
                row.getString("village_code"),
                said.month(),
                said.facilitatorId(),
                said.reason(),
                said.attribution(),
                said.kpmIds(),
                supersededBy == null,
                supersededBy,
                said.recordedAt());
    }
}
