package id.pkh.verification.work.persistence;

import id.pkh.platform.calendar.work.WorkItem;
import id.pkh.platform.calendar.work.WorkQuery;
import id.pkh.platform.calendar.work.WorkSource;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.verification.VisibleAreas;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Work that is one row each: its day, its id, and the operation that settles it.
 *
 * <p>Statements read their rows by the index of the day, and look at other tables row by row.
 * {@code OFFSET 0} keeps the planner from joining whole tables first, which would read everything
 * that waits in the country for one page.
 */
abstract class WaitingRows implements WorkSource {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Database database;
    private final String kind;
    private final Set<String> roles;

    WaitingRows(Database database, String kind, Set<String> roles) {
        this.database = database;
        this.kind = kind;
        this.roles = roles;
    }

    private record Waiting(LocalDate dueOn, UUID id, String villageCode, String href) {

        WorkItem item() {
            return new WorkItem(
                    dueOn,
                    id.toString(),
                    List.of(id.toString()),
                    villageCode,
                    Map.of("due_on", dueOn.toString()),
                    href);
        }
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Set<String> roles() {
        return roles;
    }

    /**
     * Selects due_on, id, village_code and href of rows with {@code (due_on, id) > (:from,
     * :after)}, in this order, at most {@code :limit}. {@code :subject} is the caller.
     *
     * @param visible condition for {@code k.village_code}
     */
    abstract String sql(String visible);

    /** Condition for the family of a row: it lives in the areas of the caller. */
    static String isVisible(String kpmId, String visible) {
        return visible.equals("true")
                ? visible
                : kpmId + " IN (SELECT k.kpm_id FROM kpm k WHERE " + visible + ")";
    }

    /** The village of the family of a row, as a column. */
    static String villageOf(String kpmId) {
        return "(SELECT k.village_code FROM kpm k WHERE k.kpm_id = " + kpmId + ") AS village_code";
    }

    /** What else the statement needs, by name. */
    Map<String, Object> parameters(LocalDate today) {
        return Map.of();
    }

    @Override
    public List<WorkItem> next(WorkQuery query) {
        Conditions visible = VisibleAreas.within("k.village_code", query.areas());
        return database
                .queryWithFreshPlan(
                        sql(visible.sql()),
                        q ->
                                q.bindMap(visible.values())
                                        .bindMap(parameters(query.today()))
                                        .bind("subject", query.subject())
                                        .bind("from", query.fromDue())
                                        .bind(
                                                "after",
                                                query.afterKey().isEmpty()
                                                        ? BEFORE_ALL
                                                        : UUID.fromString(query.afterKey()))
                                        .bind("limit", query.limit())
                                        .map(database.rowsAs(Waiting.class))
                                        .list())
                .stream()
                .map(Waiting::item)
                .toList();
    }
}
