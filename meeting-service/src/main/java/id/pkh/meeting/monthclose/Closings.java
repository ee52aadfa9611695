package id.pkh.meeting.monthclose;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finding and locking closings. */
@ApplicationScoped
class Closings {

    private final Database database;

    Closings(Database database) {
        this.database = database;
    }

    /**
     * The closing of that month and area, started now if there is none, and locked. The insert is
     * SQL because several callers may start the same closing at once: the database lets one row
     * win, and all of them find it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    ClosingEntity lockOrStart(
            UUID newId, YearMonth month, String areaCode, String by, Instant now) {
        database.update(
                "INSERT INTO month_closing (id, month, area_code, phase, groups_total, started_at, started_by)"
                        + " VALUES (:id, :month, :area, 'GROUPS', 0, :now, :by)"
                        + " ON CONFLICT (month, area_code) DO NOTHING",
                u ->
                        u.bind("id", newId)
                                .bind("month", month)
                                .bind("area", areaCode)
                                .bind("now", now)
                                .bind("by", by));
        return ClosingEntity.<ClosingEntity>find(
                        "month = ?1 and areaCode = ?2", month.atDay(1), areaCode)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    ClosingEntity lock(UUID id) {
        return ClosingEntity.findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The facilitators responsible for groups of the closing, after the last one reviewed. */
    List<UUID> nextFacilitators(ClosingEntity closing, int limit) {
        return database.query(
                "SELECT DISTINCT facilitator_id FROM group_month WHERE closing_id = :closing"
                        + " AND facilitator_id IS NOT NULL"
                        + " AND (:last::uuid IS NULL OR facilitator_id > :last)"
                        + " ORDER BY facilitator_id LIMIT :limit",
                q ->
                        q.bind("closing", closing.id)
                                .bind("last", closing.lastFacilitatorId)
                                .bind("limit", limit)
                                .mapTo(UUID.class)
                                .list());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void interrupted(UUID id, String by) {
        lock(id).interruption = by;
    }

    @Transactional
    List<UUID> unfinished() {
        return ClosingEntity.<ClosingEntity>list(
                        "phase <> ?1 order by startedAt, id", ClosingEntity.Phase.DONE)
                .stream()
                .map(closing -> closing.id)
                .toList();
    }

    Optional<ClosingEntity> byId(UUID id) {
        return ClosingEntity.findByIdOptional(id);
    }

    Page<ClosingView> page(YearMonth month, AreaScope areas, PageParams page) {
        Conditions where =
                new Conditions()
                        .and(
                                "area_code LIKE ANY (?)",
                                SqlArrays.texts(List.of(areas.likePatterns())))
                        .andIfGiven("month = ?", month)
                        .andIfGiven(
                                "id > ?", page.cursor().map(cursor -> cursor.uuid(0)).orElse(null));
        List<UUID> ids =
                database.query(
                        "SELECT id FROM month_closing WHERE "
                                + where.sql()
                                + " ORDER BY id LIMIT :limit",
                        q ->
                                q.bindMap(where.values())
                                        .bind("limit", page.limit() + 1)
                                        .mapTo(UUID.class)
                                        .list());
        return Page.of(
                ClosingEntity.<ClosingEntity>list("id in ?1 order by id", ids),
                page.limit(),
                closing -> new Object[] {closing.id},
                closing -> closing.view(null));
    }
}
