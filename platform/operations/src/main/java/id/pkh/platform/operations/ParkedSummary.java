package id.pkh.platform.operations;

import id.pkh.platform.messaging.failure.DatabaseFailure;
import id.pkh.platform.messaging.metrics.RateLimiter;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How many events are parked by reason, topic and type: an operator's starting point. They are
 * counted on request as long as that is quick. When it takes longer, they are counted on a schedule
 * and the last count is shown with its time, so that no request waits for a count of a million.
 */
@ApplicationScoped
class ParkedSummary {

    private static final int MAX_LINES = 200;
    private static final Duration QUICK = Duration.ofMillis(300);

    /**
     * One line of the summary.
     *
     * @param countedAt when it was counted; later changes are not in it
     */
    public record ParkedCountView(
            String reason,
            String topic,
            String eventType,
            long events,
            long keys,
            Instant oldest,
            Instant countedAt) {}

    private final AgroalDataSource database;
    private final RateLimiter limiter =
            new RateLimiter(System::nanoTime); // of the scheduler's thread
    private volatile List<ParkedCountView> last;
    private volatile boolean slow;

    ParkedSummary(AgroalDataSource database) {
        this.database = database;
    }

    /** The most frequent first. */
    List<ParkedCountView> lines() {
        try {
            if (last == null || !slow) {
                count();
            }
            return last;
        } catch (SQLException e) {
            throw new DatabaseFailure("parked events could not be counted", e);
        }
    }

    @Scheduled(
            every = "5s",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() throws SQLException {
        if ((last == null || slow) && limiter.isDue()) {
            limiter.run(this::count);
        }
    }

    private void count() throws SQLException {
        long began = System.nanoTime();
        Instant at = Clock.systemUTC().instant();
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT reason, topic, event_type, count(*),"
                                        + " count(DISTINCT event_key COLLATE \"C\"), min(parked_at)"
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
                                    row.getTimestamp(6).toInstant(),
                                    at));
                }
            }
            last = List.copyOf(lines);
        }
        slow = System.nanoTime() - began > QUICK.toNanos();
    }
}
