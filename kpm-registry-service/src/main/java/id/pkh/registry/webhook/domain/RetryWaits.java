package id.pkh.registry.webhook.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a subscription waits after failures in a row. The table is in docs/rules/webhooks.md.
 */
public final class RetryWaits {

    /** One thousandth of a tenth: the part of a wait that differs by chance. */
    private static final int TENTH_PERMILLE = 10_000;

    private static final Duration LONGEST_ASKED_FOR = Duration.ofHours(24);

    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(14),
                    Duration.ofHours(20),
                    Duration.ofHours(24));

    private RetryWaits() {}

    /**
     * The wait after a failure; empty when the subscription is given up.
     *
     * @param failures in a row, with this one
     * @param askedFor what the receiver asked for, or null; counts up to a day
     * @param permille chance, 0 to 1000: lengthens the wait by up to a tenth, so that receivers
     *     that failed together are not tried together
     */
    public static Optional<Duration> after(int failures, Duration askedFor, int permille) {
        if (failures > WAITS.size()) {
            return Optional.empty();
        }
        Duration planned = WAITS.get(failures - 1);
        Duration wait = planned.plus(planned.multipliedBy(permille).dividedBy(TENTH_PERMILLE));
        if (askedFor != null && askedFor.compareTo(wait) > 0) {
            wait = askedFor.compareTo(LONGEST_ASKED_FOR) < 0 ? askedFor : LONGEST_ASKED_FOR;
        }
        return Optional.of(wait);
    }
}
