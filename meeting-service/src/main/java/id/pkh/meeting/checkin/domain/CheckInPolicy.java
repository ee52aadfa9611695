package id.pkh.meeting.checkin.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;

/**
 * How families check in to a session.
 *
 * @param openMinutes after which a check-in closes by itself
 * @param steps how the code of a session changes
 */
public record CheckInPolicy(
        String policyCode, LocalDate validFrom, int openMinutes, CodeSteps steps) {

    /** The policy of a day: the latest that has begun. */
    public static CheckInPolicy on(Collection<CheckInPolicy> known, LocalDate day) {
        return known.stream()
                .filter(policy -> !policy.validFrom().isAfter(day))
                .max(Comparator.comparing(CheckInPolicy::validFrom))
                .orElseThrow(() -> new IllegalStateException("no policy of check-ins on " + day));
    }

    public Duration open() {
        return Duration.ofMinutes(openMinutes);
    }
}
