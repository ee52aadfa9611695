package id.pkh.meeting.duty;

import id.pkh.meeting.VisibleGroups;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WorkItem;
import id.pkh.platform.work.WorkQuery;
import id.pkh.platform.work.WorkSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Lapses of the last months that no late sheet has taken back. They have been due since the last
 * day of their month.
 */
@ApplicationScoped
class LapsesOpen implements WorkSource {

    private static final int MONTHS = 3;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Database database;

    LapsesOpen(Database database) {
        this.database = database;
    }

    private record OpenLapse(UUID id, YearMonth month, String villageCode, int groups) {

        WorkItem item() {
            return new WorkItem(
                    month.atEndOfMonth(),
                    id.toString(),
                    null,
                    month.atEndOfMonth(),
                    List.of(id.toString()),
                    villageCode,
                    Map.of("month", month.toString(), "groups", String.valueOf(groups)),
                    "/api/v1/facilitator-lapses?month=" + month);
        }
    }

    @Override
    public String kind() {
        return "LAPSE_OPEN";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Roles.FACILITATOR, Roles.COORDINATOR);
    }

    @Override
    public List<WorkItem> next(WorkQuery query) {
        Conditions visible = VisibleGroups.in(query.areas());
        YearMonth from = YearMonth.from(query.fromDue());
        String key = query.afterKeyOn(from.atEndOfMonth());
        return database
                .queryWithFreshPlan(
                        "SELECT l.id, l.month, min(g.village_code) AS village_code, count(*)::int AS groups"
                                + " FROM facilitator_lapse l JOIN facilitator_lapse_group s"
                                + " ON s.lapse_id = l.id AND s.revision = l.revision"
                                + " JOIN kpm_group g ON g.id = s.group_id"
                                + " WHERE l.month >= :oldest AND (l.month, l.id) > (:from, :after) AND "
                                + visible.sql()
                                + " GROUP BY l.id, l.month ORDER BY l.month, l.id LIMIT :limit",
                        q ->
                                q.bindMap(visible.values())
                                        .bind("oldest", oldest(query.today()))
                                        .bind("from", from)
                                        .bind(
                                                "after",
                                                key.isEmpty() ? BEFORE_ALL : UUID.fromString(key))
                                        .bind("limit", query.limit())
                                        .map(database.rowsAs(OpenLapse.class))
                                        .list())
                .stream()
                .map(OpenLapse::item)
                .toList();
    }

    private static YearMonth oldest(LocalDate today) {
        return YearMonth.from(today).minusMonths(MONTHS);
    }
}
