package id.pkh.platform.files;

import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Those who listen to the progress of a file on this instance. A place ends with its time, so one
 * whose connection broke off unnoticed is free again.
 */
@ApplicationScoped
class ProgressListeners {

    /** A token counts for a moment after its end. */
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final Map<UUID, Instant> ends = new ConcurrentHashMap<>();
    private final FilesConfig.Progress config;
    private final Clock clock;

    ProgressListeners(FilesConfig config, Clock clock) {
        this.config = config.progress();
        this.clock = clock;
    }

    /**
     * A place of a listener.
     *
     * @param time how long it may listen
     */
    record Place(UUID id, Duration time) {}

    /**
     * Gives a place until the longest time is over, or the token of the listener ends.
     *
     * @param tokenEnds null for a token that does not
     */
    synchronized Place take(Instant tokenEnds) {
        Instant now = clock.instant();
        ends.values().removeIf(end -> !end.isAfter(now));
        if (ends.size() >= config.listeners()) {
            throw Refused.because(FileRefusals.PROGRESS_LISTENERS_TOO_MANY)
                    .with("limit", config.listeners());
        }
        Instant longest = now.plus(config.longest());
        Instant end = tokenEnds != null && tokenEnds.isBefore(longest) ? tokenEnds : longest;
        Duration left = Duration.between(now, end);
        Place place = new Place(UUID.randomUUID(), left.compareTo(LEAST) > 0 ? left : LEAST);
        ends.put(place.id(), now.plus(place.time()));
        return place;
    }

    void leave(Place place) {
        ends.remove(place.id());
    }
}
