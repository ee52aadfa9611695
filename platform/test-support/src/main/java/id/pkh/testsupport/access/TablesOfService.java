package id.pkh.testsupport.access;

import id.pkh.testsupport.rows.Rows;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The tables of the service under test, without those that its workers write on their own. */
final class TablesOfService implements StoredRecords {

    /**
     * Positions and leases of workers, the keys under which requests were answered, and the feed.
     */
    private static final List<String> OF_WORKERS =
            List.of("outbox_relay", "outbox_shard", "idempotency_key", "feed_event", "feed_head");

    private final Rows rows;
    private String snapshot = "";
    private Map<String, String> content = Map.of();

    TablesOfService(DataSource database) {
        this.rows = new Rows(database);
    }

    /**
     * Two equal snapshots of the database see the same rows, so nothing is read a second time until
     * a transaction that writes has ended.
     */
    @Override
    public Map<String, String> fingerprints() {
        String now = rows.text("SELECT pg_current_snapshot()::text");
        if (!now.equals(snapshot)) {
            content = read();
            snapshot = now;
        }
        return content;
    }

    private Map<String, String> read() {
        String sql =
                rows
                        .texts(
                                // a partition belongs to its table: upkeep may add empty ones
                                "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT"
                                        + " relispartition AND relnamespace ="
                                        + " current_schema()::regnamespace ORDER BY relname")
                        .stream()
                        .filter(table -> !OF_WORKERS.contains(table))
                        .map(
                                table ->
                                        ("SELECT '%1$s', count(*) || ':' || coalesce(sum(hashtextextended("
                                                        + "one::text, 0)), 0) FROM \"%1$s\" AS one")
                                                .formatted(table))
                        .collect(Collectors.joining(" UNION ALL "));
        Map<String, String> found = new TreeMap<>();
        rows.read(sql, row -> found.put(row.getString(1), row.getString(2)));
        return found;
    }

    /** The jobs of the examples are of kinds that no worker takes, or wait for such a job. */
    @Override
    public boolean areAtRest() {
        return rows.number(
                        "SELECT count(*) FROM job WHERE status IN ('WAITING', 'RUNNING')"
                                + " AND kind NOT IN ('example', 'redrive')")
                == 0;
    }
}
