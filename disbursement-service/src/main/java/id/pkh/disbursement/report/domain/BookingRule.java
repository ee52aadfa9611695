package id.pkh.disbursement.report.domain;

import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.instruction.domain.StatusTrigger;
import id.pkh.disbursement.report.domain.Booking.Meaning;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Judges a booking of a bank for the attempt that it names. A credit and a return are each booked
 * once; what does not follow from the present status is an exception, and changes nothing.
 */
public final class BookingRule {

    public static final String AMOUNT_MISSING = "AMOUNT_MISSING";
    public static final String ACCOUNT_OTHER = "ACCOUNT_OTHER";
    public static final String DIRECTION_UNCLEAR = "DIRECTION_UNCLEAR";
    public static final String CREDITED_BEFORE_SENT = "CREDITED_BEFORE_SENT";
    public static final String CREDITED_AFTER_RETURN = "CREDITED_AFTER_RETURN";
    public static final String RETURNED_BEFORE_CREDIT = "RETURNED_BEFORE_CREDIT";
    public static final String RETURNED_AFTER_REFUSAL = "RETURNED_AFTER_REFUSAL";
    public static final String RETURNED_TWICE = "RETURNED_TWICE";

    /** A booking that was applied before. */
    public record Posted(LocalDate day, String bankRef) {}

    /** The contents of the line. */
    public record StatedBooking(
            Meaning meaning,
            LocalDate day,
            String reasons,
            ReportedAmount amount,
            String bankRef) {}

    /**
     * The attempt that the line names.
     *
     * @param credit null when no credit is booked; a report may have stated it nevertheless
     * @param back the booked return; null when there is none
     */
    public record KnownAttempt(
            InstructionStatus status, long amountIdr, Posted credit, Posted back) {}

    /**
     * The effect of a line.
     *
     * @param posts whether the booking is posted now
     */
    public record Effect(Judgement judgement, boolean posts) {}

    private BookingRule() {}

    public static Effect judge(StatedBooking stated, KnownAttempt known, BankReasons reasons) {
        if (!stated.amount().is(known.amountIdr())) {
            return exception(
                    LineOutcome.AMOUNT_DIFFERS,
                    ExceptionClass.AMOUNT_MISMATCH,
                    !stated.amount().isGiven()
                            ? AMOUNT_MISSING
                            : stated.amount().fault() == null
                                    ? ReportRule.AMOUNT_OTHER
                                    : stated.amount().fault());
        }
        return switch (stated.meaning()) {
            case CREDIT -> credit(stated, known);
            case RETURN -> back(stated, known, reasons);
            case NOT_BOOKED -> new Effect(Judgement.nothing(LineOutcome.MATCHED), false);
            case OTHER_ACCOUNT ->
                    exception(
                            LineOutcome.CONTRADICTS,
                            ExceptionClass.ACCOUNT_MISMATCH,
                            ACCOUNT_OTHER);
            case UNCLEAR ->
                    exception(
                            LineOutcome.STATUS_UNKNOWN,
                            ExceptionClass.STATUS_UNKNOWN,
                            DIRECTION_UNCLEAR);
        };
    }

    private static Effect credit(StatedBooking stated, KnownAttempt known) {
        if (known.credit() != null) {
            return isSame(stated, known.credit())
                    ? new Effect(Judgement.nothing(LineOutcome.DUPLICATE), false)
                    : exception(
                            known.back() == null ? LineOutcome.DUPLICATE : LineOutcome.CONTRADICTS,
                            known.back() == null
                                    ? ExceptionClass.DUPLICATE_CREDIT
                                    : ExceptionClass.CREDIT_AFTER_RETURN,
                            known.back() == null
                                    ? ReportRule.CREDITED_TWICE
                                    : CREDITED_AFTER_RETURN);
        }
        return switch (known.status()) {
            case CREDITED -> new Effect(Judgement.nothing(LineOutcome.MATCHED), true);
            case RETURNED ->
                    exception(
                            LineOutcome.CONTRADICTS,
                            ExceptionClass.CREDIT_AFTER_RETURN,
                            CREDITED_AFTER_RETURN);
            case REJECTED ->
                    exception(
                            LineOutcome.CONTRADICTS,
                            ExceptionClass.CREDIT_NOT_INSTRUCTED,
                            ReportRule.CREDITED_AFTER_REFUSAL);
            default ->
                    known.status()
                            .on(StatusTrigger.CREDIT)
                            .map(next -> new Effect(Judgement.moves(next, null), true))
                            .orElseGet(
                                    () ->
                                            exception(
                                                    LineOutcome.CONTRADICTS,
                                                    ExceptionClass.CREDIT_NOT_INSTRUCTED,
                                                    CREDITED_BEFORE_SENT));
        };
    }

    /** Money that comes back as a duplicate was paid otherwise, so people ask the bank. */
    private static Effect back(StatedBooking stated, KnownAttempt known, BankReasons reasons) {
        if (known.back() != null) {
            return isSame(stated, known.back())
                    ? new Effect(Judgement.nothing(LineOutcome.DUPLICATE), false)
                    : returnWithoutCredit(RETURNED_TWICE);
        }
        if (known.status() != InstructionStatus.CREDITED) {
            return returnWithoutCredit(
                    known.status() == InstructionStatus.REJECTED
                            ? RETURNED_AFTER_REFUSAL
                            : RETURNED_BEFORE_CREDIT);
        }
        var refusal = reasons.of(stated.reasons());
        boolean duplicate = refusal.meaning() == ReasonMeaning.DUPLICATE;
        return new Effect(
                new Judgement(
                        LineOutcome.MATCHED,
                        InstructionStatus.RETURNED,
                        duplicate ? ExceptionClass.STATUS_CONTRADICTS : null,
                        refusal.reason()),
                true);
    }

    private static Effect returnWithoutCredit(String reason) {
        return exception(LineOutcome.CONTRADICTS, ExceptionClass.RETURN_WITHOUT_CREDIT, reason);
    }

    static boolean isSame(StatedBooking stated, Posted posted) {
        return stated.bankRef() == null || posted.bankRef() == null
                ? stated.day().equals(posted.day())
                : Objects.equals(stated.bankRef(), posted.bankRef());
    }

    private static Effect exception(LineOutcome outcome, ExceptionClass of, String reason) {
        return new Effect(Judgement.exception(outcome, of, reason), false);
    }
}
