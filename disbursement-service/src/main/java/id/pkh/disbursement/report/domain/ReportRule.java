package id.pkh.disbursement.report.domain;

import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.instruction.domain.StatusTrigger;
import id.pkh.disbursement.report.domain.BankReasons.Refusal;
import java.util.Optional;

/**
 * Judges a line of a bank's report for the instruction that it names. The status changes only if
 * the line is beyond doubt; in all other cases people settle an exception.
 */
public final class ReportRule {

    public static final String NO_SUCH_REFERENCE = "NO_SUCH_REFERENCE";
    public static final String REFERENCES_DISAGREE = "REFERENCES_DISAGREE";
    public static final String AMOUNT_OTHER = "AMOUNT_OTHER";
    public static final String CREDITED_TWICE = "CREDITED_TWICE";
    public static final String CREDITED_AFTER_REFUSAL = "CREDITED_AFTER_REFUSAL";
    public static final String REFUSED_AFTER_CREDIT = "REFUSED_AFTER_CREDIT";
    public static final String ACCEPTED_AFTER_REFUSAL = "ACCEPTED_AFTER_REFUSAL";
    public static final String STATUS_NOT_KNOWN = "STATUS_NOT_KNOWN";

    /**
     * The contents of the line.
     *
     * @param reasonCode all reasons of the bank, as {@link BankReasons#together} joins them
     */
    public record ReportedStatus(
            String statusCode, String reasonCode, ReportedAmount amount, String bankRef) {}

    /**
     * The instruction that the line names.
     *
     * @param bankRef the bank's reference in its last response
     * @param bySameReport whether the last response was in the same report
     */
    public record KnownInstruction(
            InstructionStatus state, long amountIdr, String bankRef, boolean bySameReport) {}

    private ReportRule() {}

    /** A booking of the bank that names no payment of the programme. */
    public static Judgement notOurs() {
        return Judgement.nothing(LineOutcome.NOT_OURS);
    }

    public static Judgement unmatched(String reason) {
        return Judgement.exception(
                LineOutcome.UNKNOWN_REFERENCE, ExceptionClass.UNMATCHED_LINE, reason);
    }

    /**
     * Judges a status of a whole file that does not apply to its instructions: people ask the bank
     * once, instead of once for each instruction.
     */
    public static Judgement judgeFile(ReportedStatus reported, BankReasons reasons) {
        if (!BankStatus.REJECTED.equals(reported.statusCode())) {
            return Judgement.exception(
                    LineOutcome.STATUS_UNKNOWN, ExceptionClass.STATUS_UNKNOWN, STATUS_NOT_KNOWN);
        }
        return askedAbout(reasons.of(reported.reasonCode()));
    }

    /** Whether a refusal of a whole file refuses each of its instructions. */
    public static boolean refusesAll(String reasonCode, BankReasons reasons) {
        return refuses(reasons.of(reasonCode));
    }

    public static Judgement judge(
            ReportedStatus reported, KnownInstruction known, BankReasons reasons) {
        if (reported.amount().isGiven() && !reported.amount().is(known.amountIdr())) {
            String fault =
                    reported.amount().fault() == null ? AMOUNT_OTHER : reported.amount().fault();
            return Judgement.exception(
                    LineOutcome.AMOUNT_DIFFERS, ExceptionClass.AMOUNT_MISMATCH, fault);
        }
        if (BankStatus.isWaiting(reported.statusCode())) {
            return Judgement.nothing(LineOutcome.MATCHED);
        }
        Optional<StatusTrigger> trigger = BankStatus.trigger(reported.statusCode());
        if (trigger.isEmpty()) {
            return Judgement.exception(
                    LineOutcome.STATUS_UNKNOWN, ExceptionClass.STATUS_UNKNOWN, STATUS_NOT_KNOWN);
        }
        if (trigger.get() == StatusTrigger.REJECT) {
            return judgeRefusal(reasons.of(reported.reasonCode()), reported, known);
        }
        return known.state()
                .on(trigger.get())
                .map(next -> Judgement.moves(next, null))
                .orElseGet(() -> judgeUnexpected(trigger.get(), reported, known));
    }

    private static Judgement judgeRefusal(
            Refusal refusal, ReportedStatus reported, KnownInstruction known) {
        Optional<InstructionStatus> next = known.state().on(StatusTrigger.REJECT);
        if (refusal.meaning() == ReasonMeaning.DUPLICATE || next.isPresent() && !refuses(refusal)) {
            return askedAbout(refusal);
        }
        return next.map(refused -> Judgement.moves(refused, refusal.reason()))
                .orElseGet(() -> judgeUnexpected(StatusTrigger.REJECT, reported, known));
    }

    private static boolean refuses(Refusal refusal) {
        return refusal.meaning() == ReasonMeaning.CORRECT
                || refusal.meaning() == ReasonMeaning.NEVER;
    }

    /** The payment keeps its status until people know from the bank whether it was paid. */
    private static Judgement askedAbout(Refusal refusal) {
        return refusal.meaning() == ReasonMeaning.DUPLICATE
                ? contradicts(refusal.reason())
                : Judgement.exception(
                        LineOutcome.STATUS_UNKNOWN,
                        ExceptionClass.REFUSAL_UNCLEAR,
                        refusal.reason());
    }

    /**
     * Judges a line whose status cannot follow the present one: it is a repetition, late, or a
     * contradiction.
     */
    private static Judgement judgeUnexpected(
            StatusTrigger trigger, ReportedStatus reported, KnownInstruction known) {
        boolean refused =
                known.state() == InstructionStatus.REJECTED
                        || known.state() == InstructionStatus.RETURNED;
        return switch (trigger) {
            case CREDIT -> {
                if (refused) {
                    yield Judgement.exception(
                            LineOutcome.CONTRADICTS,
                            ExceptionClass.CREDIT_NOT_INSTRUCTED,
                            CREDITED_AFTER_REFUSAL);
                }
                yield isSecondCredit(reported, known)
                        ? Judgement.exception(
                                LineOutcome.DUPLICATE,
                                ExceptionClass.DUPLICATE_CREDIT,
                                CREDITED_TWICE)
                        : Judgement.nothing(LineOutcome.DUPLICATE);
            }
            case REJECT ->
                    refused
                            ? Judgement.nothing(LineOutcome.DUPLICATE)
                            : contradicts(REFUSED_AFTER_CREDIT);
            default ->
                    refused
                            ? contradicts(ACCEPTED_AFTER_REFUSAL)
                            : Judgement.nothing(LineOutcome.DUPLICATE);
        };
    }

    /**
     * A bank may report the same credit in two reports, but not twice in one report and not with
     * two references.
     */
    private static boolean isSecondCredit(ReportedStatus reported, KnownInstruction known) {
        boolean otherReference =
                reported.bankRef() != null
                        && known.bankRef() != null
                        && !reported.bankRef().equals(known.bankRef());
        return known.bySameReport() || otherReference;
    }

    private static Judgement contradicts(String reason) {
        return Judgement.exception(
                LineOutcome.CONTRADICTS, ExceptionClass.STATUS_CONTRADICTS, reason);
    }
}
