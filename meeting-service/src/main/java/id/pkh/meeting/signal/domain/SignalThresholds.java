package id.pkh.meeting.signal.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;

/**
 * When something about the recording of lists is shown to supervisors.
 *
 * @param fullLists lists in a row with every family present
 * @param listsAtOnce lists that one person recorded within the seconds
 * @param lateDays days after the month was closed
 */
public record SignalThresholds(
        String policyCode,
        LocalDate validFrom,
        int fullLists,
        int listsAtOnce,
        int withinSeconds,
        int lateDays) {

    /** The thresholds of a day: the latest that have begun. */
    public static SignalThresholds on(Collection<SignalThresholds> known, LocalDate day) {
        return known.stream()
                .filter(thresholds -> !thresholds.validFrom().isAfter(day))
                .max(Comparator.comparing(SignalThresholds::validFrom))
                .orElseThrow(() -> new IllegalStateException("no thresholds on " + day));
    }
}
