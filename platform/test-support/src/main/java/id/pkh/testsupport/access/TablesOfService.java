package id.pkh.testsupport.access;

import id.pkh.testsupport.rows.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The tables of the service under test, without those that its workers write on their own. */
final class TablesOfService implements StoredRecords {

    /** Positions and leases of workers, and the keys under which requests were answered. */
    private static final List<String> OF_WORKERS =
            List.of("outbox_relay", "outbox_shard", "idempotency_key");

    /** A partition belongs to its table: upkeep may add empty ones. */
    private static final String TABLES =
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition"
                    + " AND relnamespace = current_schema()::regnamespace ORDER BY relname";

    /**
     * Differs after every write, even of what was there already: a row that is written has a later
     * transaction than all rows before.
     */
    private static final String WRITES =
            "SELECT '%1$s', count(*) || ':' || coalesce(sum(xmin::text::bigint), 0) FROM \"%1$s\"";

    private static final String CONTENT =
            "SELECT '%1$s', count(*) || ':' || coalesce(sum(hashtextextended(one::text, 0)), 0)"
                    + " FROM \"%1$s\" AS one";

    private final Rows rows;
    private final Map<String, String> writes = new HashMap<>();
    private final Map<String, String> content = new TreeMap<>();

    TablesOfService(DataSource database) {
        this.rows = new Rows(database);
    }

    /** Only tables that were written since the last call are read, because most never are. */
    @Override
    public Map<String, String> fingerprints() {
        List<String> tables =
                rows.texts(TABLES).stream().filter(table -> !OF_WORKERS.contains(table)).toList();
        Map<String, String> now = read(tables, WRITES::formatted);
        content.putAll(
                read(
                        tables.stream()
                                .filter(table -> !now.get(table).equals(writes.get(table)))
                                .toList(),
                        CONTENT::formatted));
        writes.putAll(now);
        return new TreeMap<>(content);
    }

    private Map<String, String> read(List<String> tables, UnaryOperator<String> query) {
        Map<String, String> found = new HashMap<>();
        if (!tables.isEmpty()) {
            rows.read(
                    tables.stream().map(query).collect(Collectors.joining(" UNION ALL ")),
                    row -> found.put(row.getString(1), row.getString(2)));
        }
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
