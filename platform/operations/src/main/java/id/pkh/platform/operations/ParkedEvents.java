package id.pkh.platform.operations;

import id.pkh.platform.messaging.failure.DatabaseFailure;
import id.pkh.platform.messaging.redrive.Selection;
import id.pkh.platform.web.Cursor;
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
import java.util.Optional;

/** Reads parked events for the operators who redrive or discard them. */
@ApplicationScoped
class ParkedEvents {

    private static final String COLUMNS =
            "parked_id, topic, event_key, record_partition, record_offset, event_id, event_type, reason, cause,"
                    + " state, attempts, parked_at, resolved_at, resolved_by, resolution_reason";

    public record ParkedEventView(
            long parkedId,
            String topic,
            String key,
            int partition,
            long offset,
            String eventId,
            String eventType,
            String reason,
            String cause,
            String state,
            int attempts,
            Instant parkedAt,
            Instant resolvedAt,
            String resolvedBy,
            String resolutionReason) {}

    public record ParkedEventDetail(
            ParkedEventView event, String state, String headers, String payload) {}

    private final AgroalDataSource database;

    ParkedEvents(AgroalDataSource database) {
        this.database = database;
    }

    Page<ParkedEventView> list(Selection selection, String state, PageParams page) {
        long after = page.cursor().map(c -> c.number(0)).orElse(0L);
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT "
                                        + COLUMNS
                                        + " FROM parked_event WHERE state = ? AND parked_id > ? AND "
                                        + selection.condition()
                                        + " ORDER BY parked_id LIMIT ?")) {
            query.setString(1, state);
            query.setLong(2, after);
            query.setInt(selection.bind(query, 3), page.limit() + 1);
            List<ParkedEventView> items = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    items.add(view(rows));
                }
            }
            if (items.size() <= page.limit()) {
                return new Page<>(items, null);
            }
            List<ParkedEventView> shown = items.subList(0, page.limit());
            return new Page<>(
                    List.copyOf(shown), Cursor.encode(shown.get(shown.size() - 1).parkedId()));
        } catch (SQLException e) {
            throw new DatabaseFailure("parked events could not be read", e);
        }
    }

    Optional<ParkedEventDetail> get(long id) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT "
                                        + COLUMNS
                                        + ", headers, payload FROM parked_event WHERE parked_id = ?")) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                byte[] payload = row.getBytes("payload");
                ParkedEventView view = view(row);
                return Optional.of(
                        new ParkedEventDetail(
                                view,
                                view.state(),
                                row.getString("headers"),
                                payload == null
                                        ? null
                                        : new String(payload, StandardCharsets.UTF_8)));
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("the parked event could not be read", e);
        }
    }

    private static ParkedEventView view(ResultSet row) throws SQLException {
        return new ParkedEventView(
                row.getLong("parked_id"),
                row.getString("topic"),
                row.getString("event_key"),
                row.getInt("record_partition"),
                row.getLong("record_offset"),
                row.getString("event_id"),
                row.getString("event_type"),
                row.getString("reason"),
                row.getString("cause"),
                row.getString("state"),
                row.getInt("attempts"),
                row.getTimestamp("parked_at").toInstant(),
                row.getTimestamp("resolved_at") == null
                        ? null
                        : row.getTimestamp("resolved_at").toInstant(),
                row.getString("resolved_by"),
                row.getString("resolution_reason"));
    }
}
