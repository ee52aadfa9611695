package id.pkh.platform.messaging;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is parked, by reason, topic and type: where an operator begins. */
@ApplicationScoped
class ParkedSummary {

    private static final int MAX_LINES = 200;

    public record ParkedCountView(
            String reason,
            String topic,
            String eventType,
            long events,
            long keys,
            Instant oldest) {}

    private final AgroalDataSource database;

    ParkedSummary(AgroalDataSource database) {
        this.database = database;
    }

    /** The most frequent first. */
    List<ParkedCountView> lines() {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT reason, topic, event_type, count(*), count(DISTINCT event_key), min(parked_at)"
                                        + " FROM parked_event WHERE state = 'PARKED' GROUP BY 1, 2, 3"
                                        + " ORDER BY 4 DESC, 1, 2, 3 LIMIT ?")) {
            query.setInt(1, MAX_LINES);
            List<ParkedCountView> lines = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    lines.add(
                            new ParkedCountView(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getTimestamp(6).toInstant()));
                }
            }
            return lines;
        } catch (SQLException e) {
            throw new DatabaseFailure("parked events could not be counted", e);
        }
    }
}
