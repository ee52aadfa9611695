package id.pkh.disbursement.report.domain;

import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.disbursement.report.domain.BookingRule.Effect;
import id.pkh.disbursement.report.domain.BookingRule.Posted;
import id.pkh.disbursement.report.domain.BookingRule.StatedBooking;

/**
 * Judges an entry that books a payment file as one sum and lists none of its payments. It proves a
 * total and moves no payment: a difference is settled by people.
 */
public final class BatchBookingRule {

    public static final String DEBITED_TWICE = "DEBITED_TWICE";
    public static final String BATCH_BOOKED_BACK = "BATCH_BOOKED_BACK";

    private BatchBookingRule() {}

    /**
     * @param sentIdr what was sent in the file
     * @param debit the debit of the file that was booked before; null for none
     */
    public static Effect judge(StatedBooking stated, long sentIdr, Posted debit) {
        return switch (stated.meaning()) {
            case NOT_BOOKED -> new Effect(Judgement.nothing(LineOutcome.MATCHED), false);
            case OTHER_ACCOUNT ->
                    exception(
                            LineOutcome.CONTRADICTS,
                            ExceptionClass.ACCOUNT_MISMATCH,
                            BookingRule.ACCOUNT_OTHER);
            case UNCLEAR ->
                    exception(
                            LineOutcome.STATUS_UNKNOWN,
                            ExceptionClass.STATUS_UNKNOWN,
                            BookingRule.DIRECTION_UNCLEAR);
            case RETURN ->
                    exception(
                            LineOutcome.STATUS_UNKNOWN,
                            ExceptionClass.STATUS_UNKNOWN,
                            BATCH_BOOKED_BACK);
            case CREDIT -> debit(stated, sentIdr, debit);
        };
    }

    private static Effect debit(StatedBooking stated, long sentIdr, Posted debit) {
        if (!stated.amount().is(sentIdr)) {
            return exception(
                    LineOutcome.AMOUNT_DIFFERS,
                    ExceptionClass.CONTROL_TOTAL_MISMATCH,
                    ReportTotals.SUM_NOT_SENT);
        }
        if (debit == null) {
            return new Effect(Judgement.nothing(LineOutcome.MATCHED), true);
        }
        return BookingRule.isSame(stated, debit)
                ? new Effect(Judgement.nothing(LineOutcome.DUPLICATE), false)
                : exception(
                        LineOutcome.DUPLICATE,
                        ExceptionClass.CONTROL_TOTAL_MISMATCH,
                        DEBITED_TWICE);
    }

    private static Effect exception(LineOutcome outcome, ExceptionClass of, String reason) {
        return new Effect(Judgement.exception(outcome, of, reason), false);
    }
}
