package id.pkh.verification.decision.domain;

import java.util.Optional;

/** Who may lift a decision, and for which reasons. */
public final class LiftRule {

    private LiftRule() {}

    /**
     * Why an officer cannot lift a decision that can be lifted; empty when they can.
     *
     * @param preparedBy null for a decision that one person took before two were needed
     */
    public static Optional<String> refusal(
            Measure measure,
            LiftReason reason,
            String preparedBy,
            String decidedBy,
            String person) {
        boolean fits =
                switch (reason) {
                    case CORRECTED_FACT, OFFICER_ERROR -> true;
                    case COMMITMENT_MET -> measure == Measure.SUSPEND;
                    // an appeal is upheld where appeals are decided
                    case APPEAL_UPHELD, OFFICER -> false;
                };
        if (!fits) {
            return Optional.of("LIFT_REASON_DOES_NOT_FIT");
        }
        return person.equals(preparedBy) || person.equals(decidedBy)
                ? Optional.of("LIFT_SAME_PERSON")
                : Optional.empty();
    }
}
