package id.pkh.verification.notice;

import id.pkh.platform.web.Refused;
import id.pkh.verification.VerificationConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Who prints on this instance: a person one file at a time, and a few people together. A place that
 * was not given back, because the caller left before the first byte, is free after a while.
 */
@ApplicationScoped
public class Printings {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** A place for one file. */
    public final class Place {

        private final String person;
        private final Instant since;

        private Place(String person, Instant since) {
            this.person = person;
            this.since = since;
        }

        public void giveBack() {
            synchronized (places) {
                places.remove(person, since);
            }
        }
    }

    private final Map<String, Instant> places = new HashMap<>();
    private final int together;
    private final Clock clock;

    @Inject
    Printings(VerificationConfig config, Clock clock) {
        this(config.letters().together(), clock);
    }

    Printings(int together, Clock clock) {
        this.together = together;
        this.clock = clock;
    }

    public Place take(String person) {
        Instant now = clock.instant();
        synchronized (places) {
            places.values().removeIf(since -> !since.isAfter(now.minus(LONGEST)));
            if (places.containsKey(person)) {
                throw Refused.because("PRINTING_UNDER_WAY");
            }
            if (places.size() >= together) {
                throw Refused.because("PRINTERS_BUSY");
            }
            places.put(person, now);
        }
        return new Place(person, now);
    }
}
