package id.pkh.meeting.duty;

import id.pkh.meeting.VisibleGroups;
import id.pkh.meeting.duty.LapseView.Concerned;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Lapses and escalations that concern a group in the caller's areas; other groups are not shown.
 */
@ApplicationScoped
class DutyLists {

    /** The staff code under which the facilitator was last assigned. */
    private static final String CODE =
            "(SELECT a.facilitator_code FROM facilitator_assignment a WHERE a.facilitator_id = l.facilitator_id"
                    + " ORDER BY a.valid_from DESC, a.version DESC LIMIT 1) AS facilitator_code";

    private final Database database;

    DutyLists(Database database) {
        this.database = database;
    }

    Page<LapseView> lapses(YearMonth month, UUID facilitator, AreaScope areas, PageParams page) {
        Conditions where = where(month, facilitator, areas, "l.id", page);
        List<LapseView> rows =
                database.query(
                        "SELECT l.id AS lapse_id, l.facilitator_id, "
                                + CODE
                                + ", l.month, l.duty, r.reason, r.recorded_at,"
                                + " EXISTS (SELECT 1 FROM facilitator_lapse_group s WHERE s.lapse_id = l.id"
                                + " AND s.revision = l.revision) AS standing"
                                + " FROM facilitator_lapse l JOIN facilitator_lapse_revision r"
                                + " ON r.lapse_id = l.id AND r.revision = l.revision WHERE "
                                + where.sql()
                                + " ORDER BY l.id LIMIT :limit",
                        q ->
                                q.bindMap(where.values())
                                        .bind("limit", page.limit() + 1)
                                        .map(database.rowsAs(LapseView.class))
                                        .list());
        Map<UUID, List<Concerned>> groups =
                groups(
                        "SELECT l.id AS owner, lg.*, g.code, g.village_code FROM facilitator_lapse l"
                                + " JOIN facilitator_lapse_group lg ON lg.lapse_id = l.id"
                                + " AND lg.revision = l.revision JOIN kpm_group g ON g.id = lg.group_id"
                                + " WHERE l.id = ANY (:owners) AND ",
                        rows.stream().map(LapseView::lapseId).toList(),
                        areas);
        return Page.of(
                rows,
                page.limit(),
                lapse -> new Object[] {lapse.lapseId()},
                lapse -> lapse.with(groups.getOrDefault(lapse.lapseId(), List.of())));
    }

    Page<EscalationView> escalations(
            YearMonth month, UUID facilitator, AreaScope areas, PageParams page) {
        Conditions where = where(month, facilitator, areas, "e.id", page);
        List<EscalationView> rows =
                database.query(
                        "SELECT e.id AS escalation_id, e.lapse_id, e.level, e.withdrawn_at IS NULL AS standing,"
                                + " e.escalated_at, e.withdrawn_at, e.withdrawal_reason, l.facilitator_id, "
                                + CODE
                                + ", l.month, l.duty FROM facilitator_escalation e"
                                + " JOIN facilitator_lapse l ON l.id = e.lapse_id WHERE "
                                + where.sql()
                                + " ORDER BY e.id LIMIT :limit",
                        q ->
                                q.bindMap(where.values())
                                        .bind("limit", page.limit() + 1)
                                        .map(database.rowsAs(EscalationView.class))
                                        .list());
        Map<UUID, List<Concerned>> groups =
                groups(
                        "SELECT e.id AS owner, lg.*, g.code, g.village_code FROM facilitator_escalation e"
                                + " JOIN facilitator_lapse_group lg ON lg.lapse_id = e.lapse_id"
                                + " AND lg.revision = e.told_in_revision AND lg.level = e.level"
                                + " JOIN kpm_group g ON g.id = lg.group_id"
                                + " WHERE e.id = ANY (:owners) AND ",
                        rows.stream().map(EscalationView::escalationId).toList(),
                        areas);
        return Page.of(
                rows,
                page.limit(),
                escalation -> new Object[] {escalation.escalationId()},
                escalation ->
                        escalation.with(groups.getOrDefault(escalation.escalationId(), List.of())));
    }

    private static Conditions where(
            YearMonth month, UUID facilitator, AreaScope areas, String id, PageParams page) {
        return new Conditions()
                .and(
                        "EXISTS (SELECT 1 FROM facilitator_lapse_group lg JOIN kpm_group g ON g.id = lg.group_id"
                                + " WHERE lg.lapse_id = l.id AND g.village_code LIKE ANY (?))",
                        SqlArrays.texts(List.of(areas.likePatterns())))
                .andIfGiven("l.month = ?", month)
                .andIfGiven("l.facilitator_id = ?", facilitator)
                .andIfGiven(id + " > ?", page.cursor().map(cursor -> cursor.uuid(0)).orElse(null));
    }

    private Map<UUID, List<Concerned>> groups(String sql, List<UUID> owners, AreaScope areas) {
        Conditions visible = VisibleGroups.in(areas);
        Map<UUID, List<Concerned>> groups = new HashMap<>();
        database.query(
                        sql + visible.sql() + " ORDER BY g.code",
                        q ->
                                q.bind("owners", SqlArrays.uuids(owners))
                                        .bindMap(visible.values())
                                        .map(
                                                (row, context) ->
                                                        Map.entry(
                                                                row.getObject("owner", UUID.class),
                                                                new Concerned(
                                                                        row.getObject(
                                                                                "group_id",
                                                                                UUID.class),
                                                                        row.getString("code"),
                                                                        row.getString(
                                                                                "village_code"),
                                                                        row.getInt(
                                                                                "months_running"),
                                                                        row.getString("level"))))
                                        .list())
                .forEach(
                        row ->
                                groups.computeIfAbsent(row.getKey(), id -> new ArrayList<>())
                                        .add(row.getValue()));
        return groups;
    }
}
