package id.pkh.meeting.monthclose;

import id.pkh.meeting.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of closings. */
@ApplicationScoped
class Closings {

    private final Database database;

    Closings(Database database) {
        this.database = database;
    }

    /** The closing of that month and area, made now if there is none, and locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    Closing lockOrStart(UUID newId, YearMonth month, String areaCode, String by, Instant now) {
        database.update(
                "INSERT INTO month_closing (id, month, area_code, phase, groups_total, started_at, started_by)"
                        + " VALUES (?, ?, ?, 'GROUPS', 0, ?, ?) ON CONFLICT (month, area_code) DO NOTHING",
                newId,
                month,
                areaCode,
                now,
                by);
        return database.first(
                        "SELECT * FROM month_closing WHERE month = ? AND area_code = ? FOR UPDATE",
                        Closings::read,
                        month,
                        areaCode)
                .orElseThrow();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Closing lock(UUID id) {
        return database.first(
                        "SELECT * FROM month_closing WHERE id = ? FOR UPDATE", Closings::read, id)
                .orElseThrow();
    }

    /** From the first group on; groups that are closed are passed over. */
    void startOver(UUID id, int groupsTotal) {
        database.update(
                "UPDATE month_closing SET phase = 'GROUPS', last_group_id = NULL, last_facilitator_id = NULL,"
                        + " finished_at = NULL, interruption = NULL, groups_total = ? WHERE id = ?",
                groupsTotal,
                id);
    }

    void goOn(UUID id) {
        database.update("UPDATE month_closing SET interruption = NULL WHERE id = ?", id);
    }

    void groupsDone(
            Closing closing, UUID lastGroupId, int closed, int held, int notHeld, int p2k2Held) {
        database.update(
                "UPDATE month_closing SET last_group_id = ?, groups_closed = groups_closed + ?,"
                        + " meetings_held = meetings_held + ?, meetings_not_held = meetings_not_held + ?,"
                        + " p2k2_held = p2k2_held + ? WHERE id = ?",
                lastGroupId,
                closed,
                held,
                notHeld,
                p2k2Held,
                closing.id());
    }

    void enterDuty(Closing closing) {
        database.update("UPDATE month_closing SET phase = 'DUTY' WHERE id = ?", closing.id());
    }

    void facilitatorsDone(Closing closing, UUID lastFacilitatorId, int reviewed) {
        database.update(
                "UPDATE month_closing SET last_facilitator_id = ?,"
                        + " facilitators_reviewed = facilitators_reviewed + ? WHERE id = ?",
                lastFacilitatorId,
                reviewed,
                closing.id());
    }

    /** Who was responsible for a group of the closing, after the last one looked at. */
    List<UUID> nextFacilitators(Closing closing, int limit) {
        return database.query(
                "SELECT DISTINCT facilitator_id FROM group_month WHERE closing_id = ?"
                        + " AND facilitator_id IS NOT NULL AND (?::uuid IS NULL OR facilitator_id > ?)"
                        + " ORDER BY facilitator_id LIMIT ?",
                row -> row.getObject(1, UUID.class),
                closing.id(),
                closing.lastFacilitatorId(),
                closing.lastFacilitatorId(),
                limit);
    }

    void finish(Closing closing, Instant now) {
        database.update(
                "UPDATE month_closing SET phase = 'DONE', finished_at = ? WHERE id = ?",
                now,
                closing.id());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void interrupted(UUID id, String by) {
        database.update("UPDATE month_closing SET interruption = ? WHERE id = ?", by, id);
    }

    List<UUID> unfinished() {
        return database.query(
                "SELECT id FROM month_closing WHERE phase <> 'DONE' ORDER BY started_at, id",
                row -> row.getObject(1, UUID.class));
    }

    Optional<Closing> byId(UUID id) {
        return database.first("SELECT * FROM month_closing WHERE id = ?", Closings::read, id);
    }

    Page<ClosingView> page(YearMonth month, AreaScope areas, PageParams page) {
        UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
        String[] patterns = areas.likePatterns();
        return Page.of(
                database.query(
                        "SELECT * FROM month_closing WHERE area_code LIKE ANY (?) AND (?::date IS NULL OR month = ?)"
                                + " AND (?::uuid IS NULL OR id > ?) ORDER BY id LIMIT ?",
                        Closings::read,
                        Database.texts(patterns),
                        month,
                        month,
                        after,
                        after,
                        page.limit() + 1),
                page.limit(),
                closing -> new Object[] {closing.id()},
                closing -> ClosingView.of(closing, null));
    }

    private static Closing read(ResultSet row) throws SQLException {
        return new Closing(
                row.getObject("id", UUID.class),
                Database.monthOf(row, "month"),
                row.getString("area_code"),
                row.getString("phase"),
                row.getObject("last_group_id", UUID.class),
                row.getObject("last_facilitator_id", UUID.class),
                row.getInt("groups_total"),
                row.getInt("groups_closed"),
                row.getInt("meetings_held"),
                row.getInt("meetings_not_held"),
                row.getInt("p2k2_held"),
                row.getInt("facilitators_reviewed"),
                Database.instantOf(row, "started_at"),
                row.getString("started_by"),
                Database.instantOf(row, "finished_at"),
                row.getString("interruption"));
    }
}
