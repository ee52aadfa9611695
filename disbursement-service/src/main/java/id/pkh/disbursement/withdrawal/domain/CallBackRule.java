package id.pkh.disbursement.withdrawal.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Decides whether an answer of a family is recorded. */
public final class CallBackRule {

    public static final String CALL_BACK_SAME_PERSON = "CALL_BACK_SAME_PERSON";
    public static final String CALL_BACK_AMOUNT_INVALID = "CALL_BACK_AMOUNT_INVALID";
    public static final String CALL_BACK_DAY_INVALID = "CALL_BACK_DAY_INVALID";

    private CallBackRule() {}

    /**
     * @param current the latest report; null when there is none
     * @param revision the revision that the family was asked about
     * @param reporters everyone who ever reported about the payment
     * @param amountIdr what the family says it received; null unless it differs
     * @return the code of a refusal; empty when the answer is recorded
     */
    public static Optional<String> refusal(
            CurrentReport current,
            int revision,
            Set<String> reporters,
            String askedBy,
            CallBackOutcome outcome,
            Long amountIdr,
            LocalDate askedOn,
            LocalDate today) {
        if (current == null || current.facts().outcome() != WithdrawalOutcome.WITHDRAWN) {
            return Optional.of(WithdrawalReportRule.WITHDRAWAL_NOT_REPORTED);
        }
        if (current.revision() != revision) {
            return Optional.of(WithdrawalReportRule.WITHDRAWAL_REVISION_DIFFERS);
        }
        if (reporters.contains(askedBy)) {
            return Optional.of(CALL_BACK_SAME_PERSON);
        }
        boolean isOther = amountIdr != null && !amountIdr.equals(current.facts().amountIdr());
        if ((outcome == CallBackOutcome.DIFFERS) != isOther
                || (outcome != CallBackOutcome.DIFFERS && amountIdr != null)) {
            return Optional.of(CALL_BACK_AMOUNT_INVALID);
        }
        return askedOn.isBefore(current.facts().occurredOn()) || askedOn.isAfter(today)
                ? Optional.of(CALL_BACK_DAY_INVALID)
                : Optional.empty();
    }
}
