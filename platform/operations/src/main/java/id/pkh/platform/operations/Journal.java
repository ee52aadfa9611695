package id.pkh.platform.operations;

import id.pkh.platform.messaging.failure.DatabaseFailure;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads the events that this service published, so that an event can be followed to its cause. */
@ApplicationScoped
class Journal {

    /** What an event is found by. The column comes from here, never from the caller. */
    enum Criterion {
        EVENT("event_id"),
        CORRELATION("correlation_id"),
        KEY("event_key");

        private final String column;

        Criterion(String column) {
            this.column = column;
        }
    }

    public record JournalView(
            UUID eventId,
            String eventType,
            String topic,
            String key,
            long sequence,
            Instant recordedAt,
            String correlationId,
            String causationId,
            String payload) {}

    private record Row(long id, JournalView view) {}

    private final AgroalDataSource database;

    Journal(AgroalDataSource database) {
        this.database = database;
    }

    /** Matching events, in the order they were written; copies for dead letters are left out. */
    Page<JournalView> list(Criterion criterion, Object value, PageParams page) {
        String sql =
                "SELECT id, event_id, event_type, topic, event_key, sequence, recorded_at, correlation_id,"
                        + " causation_id, payload FROM outbox WHERE "
                        + criterion.column
                        + " = ? AND id > ? AND topic NOT LIKE '%.dlq' ORDER BY id LIMIT ?";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, value);
            query.setLong(2, page.cursor().map(c -> c.number(0)).orElse(0L));
            query.setInt(3, page.limit() + 1);
            List<Row> rows = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
            return Page.of(rows, page.limit(), r -> new Object[] {r.id()}, Row::view);
        } catch (SQLException e) {
            throw new DatabaseFailure("the journal could not be read", e);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                new JournalView(
                        row.getObject("event_id", UUID.class),
                        row.getString("event_type"),
                        row.getString("topic"),
                        row.getString("event_key"),
                        row.getLong("sequence"),
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("correlation_id"),
                        row.getString("causation_id"),
                        new String(row.getBytes("payload"), StandardCharsets.UTF_8)));
    }
}
