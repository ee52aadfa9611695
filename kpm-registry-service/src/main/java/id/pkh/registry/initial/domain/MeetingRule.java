package id.pkh.registry.initial.domain;

import id.pkh.registry.family.domain.KpmStatus;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** Whether an initial meeting, its list and its letters can be as they are stated. */
public final class MeetingRule {

    public static final String HOURS_INVALID = "INITIAL_HOURS_INVALID";
    public static final String TOO_FAR = "INITIAL_MEETING_TOO_FAR";
    public static final String NOT_A_CANDIDATE = "INITIAL_NOT_A_CANDIDATE";
    public static final String ELSEWHERE = "INITIAL_CANDIDATE_ELSEWHERE";
    public static final String DELIVERED_IN_FUTURE = "INITIAL_DELIVERY_IN_FUTURE";
    public static final String DELIVERED_LATE = "INITIAL_DELIVERY_AFTER_MEETING";

    private static final int MAX_AHEAD_YEARS = 1;

    private MeetingRule() {}

    public static Optional<String> faultOf(
            LocalDate day, LocalTime from, LocalTime to, LocalDate today) {
        if (!to.isAfter(from)) {
            return Optional.of(HOURS_INVALID);
        }
        return day.isAfter(today.plusYears(MAX_AHEAD_YEARS))
                ? Optional.of(TOO_FAR)
                : Optional.empty();
    }

    /** Whether a family can be on the list of a meeting of a village. */
    public static Optional<String> faultOfListed(KpmStatus status, boolean livesThere) {
        if (status != KpmStatus.CANDIDATE && status != KpmStatus.INVITED) {
            return Optional.of(NOT_A_CANDIDATE);
        }
        return livesThere ? Optional.empty() : Optional.of(ELSEWHERE);
    }

    public static Optional<String> faultOfDelivery(
            LocalDate deliveredOn, LocalDate meeting, LocalDate today) {
        if (deliveredOn.isAfter(today)) {
            return Optional.of(DELIVERED_IN_FUTURE);
        }
        return deliveredOn.isAfter(meeting) ? Optional.of(DELIVERED_LATE) : Optional.empty();
    }
}
