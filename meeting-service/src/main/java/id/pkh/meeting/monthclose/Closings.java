package id.pkh.meeting.monthclose;

import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.Jobs;
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

/** Finding, locking and showing closings. */
@ApplicationScoped
class Closings {

    private final Database database;
    private final Jobs jobs;

    Closings(Database database, Jobs jobs) {
        this.database = database;
        this.jobs = jobs;
    }

    /**
     * The closing of that month and area, started now if there is none, and locked. The insert is
     * SQL because several callers may start the same closing at once: the database lets one row
     * win, and all of them find it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    ClosingEntity lockOrStart(
            UUID newId,
            YearMonth month,
            String areaCode,
            String by,
            ClosingReason reason,
            Instant now) {
        database.update(
                "INSERT INTO month_closing (id, month, area_code, groups_total, started_at, started_by, reason)"
                        + " VALUES (:id, :month, :area, 0, :now, :by, :reason)"
                        + " ON CONFLICT (month, area_code) DO NOTHING",
                u ->
                        u.bind("id", newId)
                                .bind("month", month)
                                .bind("area", areaCode)
                                .bind("now", now)
                                .bind("by", by)
                                .bind("reason", reason.name()));
        return ClosingEntity.<ClosingEntity>find(
                        "month = ?1 and areaCode = ?2", month.atDay(1), areaCode)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }

    Optional<ClosingEntity> find(YearMonth month, String areaCode) {
        return ClosingEntity.<ClosingEntity>find(
                        "month = ?1 and areaCode = ?2", month.atDay(1), areaCode)
                .firstResultOptional();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    ClosingEntity lock(UUID id) {
        return ClosingEntity.findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The facilitators responsible for groups of the closing, in the order of their ids.
     *
     * @param last the one before them; null at the beginning
     */
    List<UUID> nextFacilitators(ClosingEntity closing, UUID last, int limit) {
        Conditions where =
                new Conditions()
                        .and("closing_id = ?", closing.id)
                        .and("facilitator_id IS NOT NULL")
                        .andIfGiven("facilitator_id > ?", last);
        return database.queryWithFreshPlan(
                "SELECT DISTINCT facilitator_id FROM group_month WHERE "
                        + where.sql()
                        + " ORDER BY facilitator_id LIMIT :limit",
                q -> q.bindMap(where.values()).bind("limit", limit).mapTo(UUID.class).list());
    }

    Optional<ClosingEntity> byId(UUID id) {
        return ClosingEntity.findByIdOptional(id);
    }

    /**
     * As callers see it.
     *
     * @param outcome of the request; null when it only looked
     */
    ClosingView view(ClosingEntity closing, String outcome) {
        Optional<Job> job =
                closing.isDone()
                        ? Optional.empty()
                        : jobs.unfinished(MonthClosingWork.KIND, closing.subject());
        return closing.view(job, outcome);
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
                closing -> view(closing, null));
    }
}
