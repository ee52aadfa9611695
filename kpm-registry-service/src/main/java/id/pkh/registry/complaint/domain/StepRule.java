package id.pkh.registry.complaint.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Whether a step of handling can have been as it is reported. */
public final class StepRule {

    public static final String IN_FUTURE = "COMPLAINT_STEP_IN_FUTURE";
    public static final String INCOMPLETE = "COMPLAINT_STEP_INCOMPLETE";
    public static final String NOT_OF_TYPE = "COMPLAINT_STEP_NOT_OF_TYPE";
    public static final String OUT_OF_ORDER = "COMPLAINT_STEP_OUT_OF_ORDER";
    public static final String BEFORE_FORMER = "COMPLAINT_STEP_BEFORE_FORMER";

    private StepRule() {}

    /** A step as it is reported. */
    public record Step(
            StepKind kind, LocalDate takenOn, boolean hasReference, boolean hasCardDigits) {}

    /**
     * The code of what is wrong.
     *
     * @param former the days of the steps of the card that were taken before, in their order
     */
    public static Optional<String> faultOf(
            ComplaintType type, List<LocalDate> former, Step step, LocalDate today) {
        StepKind kind = step.kind();
        if (step.takenOn().isAfter(today)) {
            return Optional.of(IN_FUTURE);
        }
        boolean isComplete =
                (step.hasReference() || !kind.needsReference())
                        && step.hasCardDigits() == kind.hasCardDigits();
        if (!isComplete) {
            return Optional.of(INCOMPLETE);
        }
        return kind.isOfCard() ? faultOfOrder(type, former, step) : Optional.empty();
    }

    private static Optional<String> faultOfOrder(
            ComplaintType type, List<LocalDate> former, Step step) {
        if (!CardSteps.has(type, step.kind())) {
            return Optional.of(NOT_OF_TYPE);
        }
        if (!CardSteps.next(type, former.size()).contains(step.kind())) {
            return Optional.of(OUT_OF_ORDER);
        }
        boolean isBefore =
                !former.isEmpty() && step.takenOn().isBefore(former.get(former.size() - 1));
        return isBefore ? Optional.of(BEFORE_FORMER) : Optional.empty();
    }

    /** Whether enough was done to call a complaint settled. */
    public static boolean isSettled(ComplaintType type, int cardSteps, int stepsOfRound) {
        return stepsOfRound > 0 && CardSteps.next(type, cardSteps).isEmpty();
    }
}
