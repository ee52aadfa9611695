package id.pkh.verification.appeal.domain;

import java.time.LocalDate;
import java.util.Optional;

/** When a family can appeal, and who may decide it. */
public final class AppealRule {

    private AppealRule() {}

    /** Last day on which an appeal against a step can be lodged. */
    public static LocalDate lastDay(LocalDate issuedOn, int windowDays) {
        return issuedOn.plusDays(windowDays);
    }

    /** Why an appeal cannot be lodged, as a reason code; empty when it can. */
    public static Optional<String> refusalToLodge(
            boolean isStepWithdrawn, boolean isLodgedAlready, LocalDate lastDay, LocalDate today) {
        if (isStepWithdrawn) {
            return Optional.of("STEP_WITHDRAWN");
        }
        if (isLodgedAlready) {
            return Optional.of("APPEAL_ALREADY_LODGED");
        }
        return today.isAfter(lastDay) ? Optional.of("APPEAL_WINDOW_CLOSED") : Optional.empty();
    }

    /**
     * Why an officer cannot decide an appeal; empty when they can. No one judges their own
     * decision, nor an appeal that they lodged themselves.
     *
     * @param stepDecidedBy who decided the proposal; null when it is undecided
     */
    public static Optional<String> refusalToDecide(
            boolean isDecided, String stepDecidedBy, String lodgedBy, String decider) {
        if (isDecided) {
            return Optional.of("APPEAL_ALREADY_DECIDED");
        }
        return decider.equals(stepDecidedBy) || decider.equals(lodgedBy)
                ? Optional.of("SAME_PERSON")
                : Optional.empty();
    }
}
