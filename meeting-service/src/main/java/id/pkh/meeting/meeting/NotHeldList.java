package id.pkh.meeting.meeting;

import id.pkh.meeting.VisibleGroups;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;

/** Months without a meeting, in the caller's areas. */
@ApplicationScoped
class NotHeldList {

    private static final String NOT_HELD =
            "SELECT n.id AS not_held_id, n.group_id, g.code AS group_code, g.village_code, n.month,"
                    + " n.facilitator_id, n.reason, n.attribution, n.kpm_ids,"
                    + " n.superseded_at IS NULL AS standing, n.superseded_by_kind, n.recorded_at"
                    + " FROM not_held n JOIN kpm_group g ON g.id = n.group_id WHERE ";

    private final Database database;

    NotHeldList(Database database) {
        this.database = database;
    }

    Page<NotHeldView> page(
            MeetingFilter filter, Boolean standing, AreaScope areas, PageParams page) {
        Conditions where =
                VisibleGroups.in(areas, filter.village())
                        .andIfGiven("n.month = ?", filter.month())
                        .andIfGiven("g.code = ?", filter.groupCode())
                        .andIfGiven("g.id = ?", filter.groupId())
                        .andIfGiven("(n.superseded_at IS NULL) = ?", standing)
                        .andIfGiven(
                                "n.id > ?",
                                page.cursor().map(cursor -> cursor.uuid(0)).orElse(null));
        return Page.of(
                database.query(
                        NOT_HELD + where.sql() + " ORDER BY n.id LIMIT :limit",
                        q ->
                                q.bindMap(where.values())
                                        .bind("limit", page.limit() + 1)
                                        .map(database.rowsAs(NotHeldView.class))
                                        .list()),
                page.limit(),
                notHeld -> new Object[] {notHeld.notHeldId()},
                Function.identity());
    }

    NotHeldView one(UUID id) {
        return database.query(
                        NOT_HELD + "n.id = :id",
                        q -> q.bind("id", id).map(database.rowsAs(NotHeldView.class)).findOne())
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }
}
