package id.pkh.meeting.duty;

import id.pkh.meeting.Database;
import id.pkh.meeting.duty.LapseView.Concerned;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

    private static final String FILTER =
            " WHERE (?::date IS NULL OR l.month = ?) AND (?::uuid IS NULL OR l.facilitator_id = ?)"
                    + " AND EXISTS (SELECT 1 FROM facilitator_lapse_group lg JOIN kpm_group g ON g.id = lg.group_id"
                    + " WHERE lg.lapse_id = l.id AND g.village_code LIKE ANY (?))";

    /** The staff code she was last assigned under. */
    private static final String CODE =
            "(SELECT a.facilitator_code FROM facilitator_assignment a WHERE a.facilitator_id = l.facilitator_id"
                    + " ORDER BY a.valid_from DESC, a.version DESC LIMIT 1) AS facilitator_code";

    private final Database database;

    DutyLists(Database database) {
        this.database = database;
    }

    Page<LapseView> lapses(YearMonth month, UUID facilitator, AreaScope areas, PageParams page) {
        List<LapseView> rows =
                database.query(
                        "SELECT l.id, l.facilitator_id, "
                                + CODE
                                + ", l.month, l.duty, r.reason, r.recorded_at,"
                                + " EXISTS (SELECT 1 FROM facilitator_lapse_group s WHERE s.lapse_id = l.id"
                                + " AND s.revision = l.revision) AS standing"
                                + " FROM facilitator_lapse l JOIN facilitator_lapse_revision r"
                                + " ON r.lapse_id = l.id AND r.revision = l.revision"
                                + FILTER
                                + " AND (?::uuid IS NULL OR l.id > ?) ORDER BY l.id LIMIT ?",
                        DutyLists::lapse,
                        parameters(month, facilitator, areas, page));
        Map<UUID, List<Concerned>> groups =
                groups(
                        "SELECT l.id AS owner, lg.*, g.code, g.village_code FROM facilitator_lapse l"
                                + " JOIN facilitator_lapse_group lg ON lg.lapse_id = l.id"
                                + " AND lg.revision = l.revision JOIN kpm_group g ON g.id = lg.group_id"
                                + " WHERE l.id = ANY (?) AND g.village_code LIKE ANY (?) ORDER BY g.code",
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
        List<EscalationView> rows =
                database.query(
                        "SELECT e.*, l.facilitator_id, "
                                + CODE
                                + ", l.month, l.duty FROM facilitator_escalation e"
                                + " JOIN facilitator_lapse l ON l.id = e.lapse_id"
                                + FILTER
                                + " AND (?::uuid IS NULL OR e.id > ?) ORDER BY e.id LIMIT ?",
                        DutyLists::escalation,
                        parameters(month, facilitator, areas, page));
        Map<UUID, List<Concerned>> groups =
                groups(
                        "SELECT e.id AS owner, lg.*, g.code, g.village_code FROM facilitator_escalation e"
                                + " JOIN facilitator_lapse_group lg ON lg.lapse_id = e.lapse_id"
                                + " AND lg.revision = e.told_in_revision AND lg.level = e.level"
                                + " JOIN kpm_group g ON g.id = lg.group_id"
                                + " WHERE e.id = ANY (?) AND g.village_code LIKE ANY (?) ORDER BY g.code",
                        rows.stream().map(EscalationView::escalationId).toList(),
                        areas);
        return Page.of(
                rows,
                page.limit(),
                told -> new Object[] {told.escalationId()},
                told -> told.with(groups.getOrDefault(told.escalationId(), List.of())));
    }

    private static Object[] parameters(
            YearMonth month, UUID facilitator, AreaScope areas, PageParams page) {
        UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
        return new Object[] {
            month,
            month,
            facilitator,
            facilitator,
            Database.texts(areas.likePatterns()),
            after,
            after,
            page.limit() + 1
        };
    }

    private Map<UUID, List<Concerned>> groups(String sql, List<UUID> owners, AreaScope areas) {
        Map<UUID, List<Concerned>> groups = new HashMap<>();
        database.query(
                sql,
                row ->
                        groups.computeIfAbsent(
                                        row.getObject("owner", UUID.class), id -> new ArrayList<>())
                                .add(
                                        new Concerned(
                                                row.getObject("group_id", UUID.class),
                                                row.getString("code"),
                                                row.getString("village_code"),
                                                row.getInt("months_running"),
                                                row.getString("level"))),
                Database.uuids(owners),
                Database.texts(areas.likePatterns()));
        return groups;
    }

    private static LapseView lapse(ResultSet row) throws SQLException {
        return new LapseView(
                row.getObject("id", UUID.class),
                row.getObject("facilitator_id", UUID.class),
                row.getString("facilitator_code"),
                Database.monthOf(row, "month"),
                row.getString("duty"),
                row.getBoolean("standing"),
                row.getString("reason"),
                Database.instantOf(row, "recorded_at"),
                List.of());
    }

    private static EscalationView escalation(ResultSet row) throws SQLException {
        Instant withdrawnAt = Database.instantOf(row, "withdrawn_at");
        return new EscalationView(
                row.getObject("id", UUID.class),
                row.getObject("lapse_id", UUID.class),
                row.getObject("facilitator_id", UUID.class),
                row.getString("facilitator_code"),
                Database.monthOf(row, "month"),
                row.getString("duty"),
                row.getString("level"),
                withdrawnAt == null,
                Database.instantOf(row, "escalated_at"),
                withdrawnAt,
                row.getString("withdrawal_reason"),
                List.of());
    }
}
