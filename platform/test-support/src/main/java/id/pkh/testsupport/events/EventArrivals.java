package id.pkh.testsupport.events;

import static org.awaitility.Awaitility.await;

import id.pkh.testsupport.rows.Rows;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Waits until the service under test has dealt with events that a test has sent. */
public class EventArrivals {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Rows rows;

    public EventArrivals(Rows rows) {
        this.rows = rows;
    }

    /** The event has had its effect when this returns; one that is parked has none. */
    public void awaitApplied(UUID eventId) {
        await().atMost(PATIENCE)
                .pollInterval(PAUSE)
                .until(
                        () ->
                                rows.number(
                                                "SELECT count(*) FROM inbox WHERE event_id = ?",
                                                eventId)
                                        == 1);
    }

    /** Each of the events has had its effect or is parked when this returns. */
    public void awaitAppliedOrParked(Collection<UUID> eventIds) {
        Set<UUID> open = Set.copyOf(eventIds);
        await().atMost(PATIENCE)
                .pollInterval(PAUSE)
                .until(
                        () ->
                                rows.number(
                                                "SELECT count(DISTINCT id) FROM (SELECT event_id::text AS id FROM inbox"
                                                        + " UNION ALL SELECT event_id FROM parked_event) known"
                                                        + " WHERE id = ANY (?)",
                                                (Object)
                                                        open.stream()
                                                                .map(UUID::toString)
                                                                .toArray(String[]::new))
                                        == open.size());
    }
}
