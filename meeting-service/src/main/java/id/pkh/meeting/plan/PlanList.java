package id.pkh.meeting.plan;

import id.pkh.meeting.plan.PlanItemDetailView.VersionView;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** What is planned, in the caller's areas. */
@ApplicationScoped
class PlanList {

    private static final int MAX_DAYS = 366;
    private static final int DAYS_SHOWN = 31;

    private final PlanRows rows;
    private final PlanTimes times;
    private final Database database;

    PlanList(PlanRows rows, PlanTimes times, Database database) {
        this.rows = rows;
        this.times = times;
        this.database = database;
    }

    /** What a caller asks for; null for everything. */
    record Filter(LocalDate from, LocalDate to, String village, String kind, String group) {}

    private record VersionRow(
            int version,
            LocalDate plannedFor,
            LocalTime startsAt,
            String place,
            boolean cancelled,
            String reason,
            Instant recordedAt,
            String recordedBy) {

        VersionView view() {
            return new VersionView(
                    version,
                    plannedFor,
                    PlanTimes.written(startsAt),
                    place,
                    cancelled,
                    reason,
                    recordedAt,
                    recordedBy);
        }
    }

    Page<PlanItemView> page(Filter filter, AreaScope areas, PageParams page) {
        LocalDate today = times.today();
        LocalDate from = filter.from() == null ? today : filter.from();
        LocalDate to = filter.to() == null ? from.plusDays(DAYS_SHOWN) : filter.to();
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > MAX_DAYS) {
            throw Refused.because("PLAN_RANGE_INVALID").with("max_days", MAX_DAYS);
        }
        Conditions where = new Conditions();
        if (!areas.isEverywhere()) {
            where.andAnyArea("p.village_code", areas.codes());
        }
        where.andArea("p.village_code", AreaScope.requested(filter.village()))
                .and("p.planned_for >= ?", from)
                .and("p.planned_for <= ?", to)
                .andIfGiven("p.kind = ?", filter.kind())
                .andIfGiven("g.code = ?", filter.group());
        page.cursor()
                .ifPresent(
                        cursor ->
                                where.and(
                                        "(p.planned_for, p.id) > (?, ?)",
                                        LocalDate.ofEpochDay(cursor.number(0)),
                                        cursor.uuid(1)));
        return Page.of(
                rows.list(where, page.limit() + 1),
                page.limit(),
                item -> new Object[] {item.plannedFor().toEpochDay(), item.id()},
                item -> PlanItemView.of(item, today));
    }

    PlanItemDetailView detail(UUID id, AreaScope areas) {
        PlanItem item = rows.require(id, areas);
        List<VersionView> versions =
                database
                        .query(
                                "SELECT version, planned_for, starts_at, place, cancelled, reason, recorded_at,"
                                        + " recorded_by FROM plan_item_version WHERE item_id = :id ORDER BY version",
                                q -> q.bind("id", id).map(database.rowsAs(VersionRow.class)).list())
                        .stream()
                        .map(VersionRow::view)
                        .toList();
        return new PlanItemDetailView(PlanItemView.of(item, times.today()), versions);
    }
}
