package id.pkh.platform.operations;

import id.pkh.platform.messaging.metrics.RateLimiter;
import id.pkh.platform.persistence.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
            @Schema(nullable = true) String eventType,
            long events,
            long keys,
            Instant oldest,
            Instant countedAt) {}

    private final Database database;
    private final RateLimiter limiter =
            new RateLimiter(System::nanoTime); // of the scheduler's thread
    private volatile List<ParkedCountView> last;
    private volatile boolean slow;

    ParkedSummary(Database database) {
        this.database = database;
    }

    /** The most frequent first. */
    List<ParkedCountView> lines() {
        if (last == null || !slow) {
            count();
        }
        return last;
    }

    @Scheduled(
            every = "5s",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        if ((last == null || slow) && limiter.isDue()) {
            limiter.run(this::count);
        }
    }

    private void count() {
        long began = System.nanoTime();
        Instant at = Clock.systemUTC().instant();
        last =
                database.query(
                        "SELECT reason, topic, event_type, count(*) AS events,"
                                + " count(DISTINCT event_key COLLATE \"C\") AS keys,"
                                + " min(parked_at) AS oldest, :at::timestamptz AS counted_at"
                                + " FROM parked_event WHERE state = 'PARKED' GROUP BY 1, 2, 3"
                                + " ORDER BY 4 DESC, 1, 2, 3 LIMIT :lines",
                        q ->
                                q.bind("at", at)
                                        .bind("lines", MAX_LINES)
                                        .map(database.rowsAs(ParkedCountView.class))
                                        .list());
        slow = System.nanoTime() - began > QUICK.toNanos();
    }
}
