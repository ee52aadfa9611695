package id.pkh.platform.persistence;

import id.pkh.platform.persistence.PartitionedTable.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Creates and drops the partitions of tables that grow with time. */
@ApplicationScoped
public class Partitions {

    private static final String LOCK = "partitions";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,50}");

    private final Database database;
    private final AdvisoryLocks locks;

    Partitions(Database database, AdvisoryLocks locks) {
        this.database = database;
        this.locks = locks;
    }

    /** A partition with its bounds; the last day is not part of it. */
    public record Bounds(String name, LocalDate from, LocalDate until) {}

    /**
     * Creates the missing partitions from the given day on. Instances that start together do this
     * one after the other.
     */
    @Transactional
    public List<String> makeAhead(PartitionedTable table, LocalDate today) {
        locks.take(LOCK);
        LocalDate last = today.plus(table.ahead());
        List<String> made = new ArrayList<>();
        List<Bounds> present = of(table.name());
        LocalDate from = table.span().firstDayOf(today);
        while (!from.isAfter(last)) {
            LocalDate until = table.span().next(from);
            if (!covers(present, from)) {
                made.add(make(table.name(), table.span(), from, until));
            }
            from = until;
        }
        return made;
    }

    /**
     * Drops the partitions that are past their retention, oldest first. If a table is in use, this
     * waits a few seconds only; then nothing is dropped until the next day.
     */
    @Transactional
    public List<String> dropExpired(PartitionedTable table, LocalDate today) {
        if (table.retention() == null) {
            return List.of();
        }
        locks.take(LOCK);
        List<String> dropped = new ArrayList<>();
        for (Bounds partition : of(table.name())) {
            boolean expired = !partition.until().plus(table.retention()).isAfter(today);
            if (!expired) {
                break;
            }
            if (table.droppable().test(partition.from())) {
                lockTable(table.name());
                database.update("DROP TABLE " + checked(partition.name()), u -> {});
                dropped.add(partition.name());
            }
        }
        return dropped;
    }

    /** The partitions with bounds, oldest first, without the default partition. */
    public List<Bounds> of(String table) {
        return database.query(
                "SELECT name, bounds[1]::date AS \"from\", bounds[2]::date AS until"
                        + " FROM (SELECT c.relname AS name,"
                        + " regexp_match(pg_get_expr(c.relpartbound, c.oid),"
                        + " $re$FROM [(]'([-0-9]{10})[^)]*'[)] TO [(]'([-0-9]{10})[^)]*'[)]$re$) AS bounds"
                        + " FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid"
                        + " WHERE i.inhparent = to_regclass(:parent)) AS p"
                        + " WHERE bounds IS NOT NULL ORDER BY 2",
                q ->
                        q.bind("parent", checked(table))
                                .map(
                                        (row, context) ->
                                                new Bounds(
                                                        row.getString(1),
                                                        row.getObject(2, LocalDate.class),
                                                        row.getObject(3, LocalDate.class)))
                                .list());
    }

    private String make(String parent, Span span, LocalDate from, LocalDate until) {
        String name = checked(parent) + "_" + span.suffixOf(from);
        database.update(
                "CREATE TABLE IF NOT EXISTS "
                        + name
                        + " PARTITION OF "
                        + parent
                        + " FOR VALUES FROM ('"
                        + from
                        + "') TO ('"
                        + until
                        + "')",
                u -> {});
        return name;
    }

    /**
     * Dropping a partition locks its parent. Limiting the wait keeps other transactions from
     * waiting long behind that lock.
     */
    private void lockTable(String table) {
        database.query(
                "SELECT set_config('lock_timeout', :patience, true)",
                q -> q.bind("patience", PATIENCE.toMillis() + "ms").mapTo(String.class).one());
        database.update("LOCK TABLE " + checked(table) + " IN ACCESS EXCLUSIVE MODE", u -> {});
    }

    private static boolean covers(List<Bounds> partitions, LocalDate day) {
        return partitions.stream()
                .anyMatch(p -> !day.isBefore(p.from()) && day.isBefore(p.until()));
    }

    /** Names of tables cannot be parameters. */
    private static String checked(String table) {
        if (!NAME.matcher(table).matches()) {
            throw new IllegalArgumentException("not the name of a table: " + table);
        }
        return table;
    }
}
