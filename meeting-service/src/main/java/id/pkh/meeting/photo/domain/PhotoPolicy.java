package id.pkh.meeting.photo.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;

/**
 * What photos of meetings have to be like.
 *
 * @param daysAround how far the day of the photo may be from that of the meeting
 * @param farMetres from where on a place is shown to supervisors
 */
public record PhotoPolicy(String policyCode, LocalDate validFrom, int daysAround, int farMetres) {

    /** The policy of a day: the latest that has begun. */
    public static PhotoPolicy on(Collection<PhotoPolicy> known, LocalDate day) {
        return known.stream()
                .filter(policy -> !policy.validFrom().isAfter(day))
                .max(Comparator.comparing(PhotoPolicy::validFrom))
                .orElseThrow(() -> new IllegalStateException("no policy of photos on " + day));
    }

    /** Whether a photo of this time can be one of the meeting. */
    public boolean permits(LocalDateTime takenAt, LocalDate heldOn) {
        return Math.abs(ChronoUnit.DAYS.between(heldOn, takenAt.toLocalDate())) <= daysAround;
    }
}
