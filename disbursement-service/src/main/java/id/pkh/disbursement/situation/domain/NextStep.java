package id.pkh.disbursement.situation.domain;

import id.pkh.disbursement.withdrawal.domain.WithdrawalTerms;
import java.time.LocalDate;

/**
 * Who does something about a payment next, and by when.
 *
 * @param days null unless the step is due after days
 */
public record NextStep(Responsible responsible, Due due, Integer days) {

    /** The persons who act. A bank is asked by what it has agreed to. */
    public enum Responsible {
        FACILITATOR,
        DATA_ADMINISTRATOR,
        MINISTRY_OFFICER,
        MINISTRY_APPROVER,
        BANK,
        NOBODY
    }

    /** From what the day follows on which the step is due. */
    public enum Due {
        NONE,
        DAYS,
        /** The days that a bank has for its response. */
        ANSWER,
        /** The day on which a credited payment is listed as not withdrawn. */
        LISTED,
        /** The day on which a credited payment without a withdrawal is examined. */
        EXAMINED
    }

    /**
     * The day on which the step is due; null when it has none.
     *
     * @param since the day on which the situation began; null when it is not known
     */
    public LocalDate dueOn(LocalDate since, WithdrawalTerms terms, int answerDays) {
        if (since == null) {
            return null;
        }
        return switch (due) {
            case NONE -> null;
            case DAYS -> since.plusDays(days);
            case ANSWER -> since.plusDays(answerDays);
            case LISTED -> terms.listedOn(since);
            case EXAMINED -> terms.examinedOn(since);
        };
    }
}
