package id.pkh.platform.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Runs statements on the connection of the current transaction. Outside a transaction each
 * statement commits by itself. Parameters are named ({@code :kpm}). The colon of a slice must be
 * followed by a blank ({@code codes[1 : 2]}), and dollar quotes are not supported. A failure is a
 * {@link DatabaseFailure} whose message contains no values of rows.
 */
@ApplicationScoped
public class Database {

    private static final int FETCH_ROWS = 5_000;

    // values of the driver's prepare threshold, which otherwise counts how often a statement has
    // run
    private static final int BINARY_FROM_THE_FIRST_TIME = -1;
    private static final int NEVER_PREPARED = 0;

    private static final int COPY_CHARS = 64 * 1024;

    private final Jdbi jdbi;
    private final Map<Class<?>, RowMapper<?>> recordMappers = new ConcurrentHashMap<>();

    Database(AgroalDataSource dataSource) {
        this.jdbi = JdbiSetup.over(dataSource);
    }

    /** Runs a query; {@code read} binds its parameters and collects its rows. */
    public <R> R query(String sql, Function<Query, R> read) {
        return inHandle("a query", handle -> read.apply(handle.createQuery(sql)));
    }

    /**
     * Runs a query that the database plans each time for the values of its parameters. For lists
     * whose filters select everything or next to nothing: one plan for both would be slow for one
     * of them.
     */
    public <R> R queryWithFreshPlan(String sql, Function<Query, R> read) {
        return inHandle(
                "a query",
                handle ->
                        read.apply(
                                handle.createQuery(sql)
                                        .addCustomizer(new PrepareThreshold(NEVER_PREPARED))));
    }

    /**
     * Runs a query whose result does not fit into memory: the driver fetches it in portions, and
     * numbers, ids and bytes arrive in binary form. As text they cost the database and this process
     * several times as much. Needs a transaction, because without one the driver reads everything
     * at once.
     */
    public <T, R> R stream(
            String sql, Consumer<Query> bind, RowMapper<T> mapper, Function<Stream<T>, R> consume) {
        return inHandle(
                "a query",
                handle -> {
                    requireTransaction(handle);
                    Query query =
                            handle.createQuery(sql)
                                    .setFetchSize(FETCH_ROWS)
                                    .addCustomizer(
                                            new PrepareThreshold(BINARY_FROM_THE_FIRST_TIME));
                    bind.accept(query);
                    try (Stream<T> rows = query.map(mapper).stream()) {
                        return consume.apply(rows);
                    }
                });
    }

    /** Runs a statement that changes rows and returns how many it changed. */
    public int update(String sql, Consumer<Update> bind) {
        return inHandle(
                "an update",
                handle -> {
                    Update update = handle.createUpdate(sql);
                    bind.accept(update);
                    return update.execute();
                });
    }

    /**
     * Runs the same statement for many rows, in few round trips; returns the changed rows of each.
     */
    public <T> int[] batch(String sql, Collection<T> rows, BiConsumer<PreparedBatch, T> bind) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        return inHandle(
                "an update of many rows",
                handle -> {
                    PreparedBatch batch = handle.prepareBatch(sql);
                    for (T row : rows) {
                        bind.accept(batch, row);
                        batch.add();
                    }
                    return batch.execute();
                });
    }

    /** Writes the fields of one row, in the order of the columns. */
    @FunctionalInterface
    public interface RowCopier<T> {
        void copy(CopyRow fields, T row);
    }

    /**
     * Inserts rows by COPY, the fastest way. The rows are taken from the iterator one after the
     * other, so millions of rows need no memory.
     *
     * @param tableAndColumns such as {@code payment (payment_id, amount_idr)}
     * @return the number of rows
     */
    public <T> long copy(String tableAndColumns, Iterator<T> rows, RowCopier<T> copier) {
        if (!rows.hasNext()) {
            return 0;
        }
        return inHandle(
                "a copy of many rows",
                handle -> {
                    CopyIn copy =
                            handle.getConnection()
                                    .unwrap(PGConnection.class)
                                    .getCopyAPI()
                                    .copyIn("COPY " + tableAndColumns + " FROM STDIN");
                    try {
                        return copyAll(copy, rows, copier);
                    } finally {
                        if (copy.isActive()) {
                            copy.cancelCopy();
                        }
                    }
                });
    }

    public <T> long copy(String tableAndColumns, Iterable<T> rows, RowCopier<T> copier) {
        return copy(tableAndColumns, rows.iterator(), copier);
    }

    private static <T> long copyAll(CopyIn copy, Iterator<T> rows, RowCopier<T> copier)
            throws SQLException {
        StringBuilder text = new StringBuilder(COPY_CHARS + COPY_CHARS / 4);
        CopyRow fields = new CopyRow(text);
        while (rows.hasNext()) {
            copier.copy(fields, rows.next());
            fields.endRow();
            if (text.length() >= COPY_CHARS) {
                write(copy, text);
            }
        }
        write(copy, text);
        return copy.endCopy();
    }

    private static void write(CopyIn copy, StringBuilder text) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    /**
     * For the rest of the transaction the planner looks rows up by their keys. Otherwise, for a few
     * thousand keys, it would read a whole table, again for every few thousand.
     */
    public void lookUpByKey() {
        query(
                "SELECT set_config(name, 'off', true)"
                        + " FROM unnest(ARRAY['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin']) AS name",
                q -> q.mapTo(String.class).list());
    }

    /**
     * Reads rows into a record with one column for each component, {@code formed_on} for {@code
     * formedOn}. This costs about a microsecond per row more than a mapper written by hand; write
     * one where millions of rows are read.
     */
    @SuppressWarnings("unchecked") // a mapper of a type is stored under that type
    public <T> RowMapper<T> rowsAs(Class<T> type) {
        return (RowMapper<T>) recordMappers.computeIfAbsent(type, ConstructorMapper::of);
    }

    /**
     * Runs work with the driver's own connection, for features that no statement offers: binary
     * COPY, a server cursor. The connection belongs to the current transaction and must not be
     * kept.
     */
    public <R> R withConnection(ConnectionWork<R> work) {
        return inHandle("work on a connection", handle -> work.on(handle.getConnection()));
    }

    /** Work that uses a connection. */
    @FunctionalInterface
    public interface ConnectionWork<R> {
        R on(java.sql.Connection connection) throws SQLException;
    }

    private static void requireTransaction(Handle handle) throws SQLException {
        if (handle.getConnection().getAutoCommit()) {
            throw new IllegalStateException("rows can be streamed in a transaction only");
        }
    }

    private <R> R inHandle(String what, HandleCallback<R, SQLException> work) {
        try {
            return jdbi.withHandle(work);
        } catch (SQLException e) {
            throw new DatabaseFailure(what + " failed", e);
        } catch (JdbiException e) {
            throw DatabaseFailure.translated(what + " failed", e);
        }
    }
}
