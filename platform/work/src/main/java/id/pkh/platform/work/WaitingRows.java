package id.pkh.platform.work;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import jakarta.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Work that is one row each: its day, its id, and the operation that settles it. */
public abstract class WaitingRows implements WorkSource {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Database database;
    private final String kind;
    private final Set<String> roles;

    protected WaitingRows(Database database, String kind, Set<String> roles) {
        this.database = database;
        this.kind = kind;
        this.roles = roles;
    }

    private record Waiting(
            LocalDate dueOn,
            UUID id,
            @Nullable UUID kpmId,
            @Nullable LocalDate since,
            String villageCode,
            String href) {

        WorkItem item() {
            return new WorkItem(
                    dueOn,
                    id.toString(),
                    kpmId,
                    since == null ? dueOn : since,
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
     * :after)}, in this order, at most {@code :limit}. {@code :subject} is the caller. What is
     * about one family selects its kpm_id, and where a policy sets the day, the day on which it
     * began to wait as since.
     *
     * @param visible condition for {@link #areaColumn}
     */
    protected abstract String sql(String visible);

    /** The column that says where a row belongs. */
    protected String areaColumn() {
        return "k.village_code";
    }

    /** What else the statement needs, by name. */
    protected Map<String, Object> parameters(LocalDate today) {
        return Map.of();
    }

    @Override
    public List<WorkItem> next(WorkQuery query) {
        Conditions visible = visible(query.areas());
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

    private Conditions visible(AreaScope areas) {
        Conditions all = new Conditions();
        return areas.isEverywhere() ? all : all.andAnyArea(areaColumn(), areas.codes());
    }
}
