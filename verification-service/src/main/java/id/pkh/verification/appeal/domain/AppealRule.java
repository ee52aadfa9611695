package id.pkh.verification.appeal.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** When a family can appeal, and who may decide it. */
public final class AppealRule {

    private AppealRule() {}

    /**
     * Last day on which an appeal can be lodged.
     *
     * @param countsFrom the day of the delivery
     */
    public static LocalDate lastDay(LocalDate countsFrom, int windowDays) {
        return countsFrom.plusDays(windowDays);
    }

    /**
     * Why an appeal cannot be lodged, as a reason code; empty when it can.
     *
     * @param lastDay null as long as the notice was not delivered: the window is open
     */
    public static Optional<String> refusalToLodge(
            boolean isStepWithdrawn, boolean isLodgedAlready, LocalDate lastDay, LocalDate today) {
        if (isStepWithdrawn) {
            return Optional.of("STEP_WITHDRAWN");
        }
        if (isLodgedAlready) {
            return Optional.of("APPEAL_ALREADY_LODGED");
        }
        return lastDay != null && today.isAfter(lastDay)
                ? Optional.of("APPEAL_WINDOW_CLOSED")
                : Optional.empty();
    }

    /**
     * Why an officer cannot decide an appeal; empty when they can. No one judges their own
     * decision, nor an appeal that they lodged themselves.
     *
     * @param deciders who prepared and who confirmed the decision; empty when there is none
     */
    public static Optional<String> refusalToDecide(
            boolean isDecided, Set<String> deciders, String lodgedBy, String decider) {
        if (isDecided) {
            return Optional.of("APPEAL_ALREADY_DECIDED");
        }
        return deciders.contains(decider) || decider.equals(lodgedBy)
                ? Optional.of("SAME_PERSON")
                : Optional.empty();
    }
}
