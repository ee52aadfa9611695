package id.pkh.disbursement.report.domain;

import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.disbursement.instruction.domain.InstructionStatus;

/**
 * The effect of a line of a bank's report.
 *
 * @param becomes the new status of the instruction; null when the status does not change
 * @param exception class of the exception that people have to settle; null when there is none
 * @param reason reason code of the refusal, or of the exception
 */
public record Judgement(
        LineOutcome outcome, InstructionStatus becomes, ExceptionClass exception, String reason) {

    static Judgement moves(InstructionStatus state, String reason) {
        return new Judgement(LineOutcome.MATCHED, state, null, reason);
    }

    static Judgement nothing(LineOutcome outcome) {
        return new Judgement(outcome, null, null, null);
    }

    static Judgement exception(LineOutcome outcome, ExceptionClass exception, String reason) {
        return new Judgement(outcome, null, exception, reason);
    }
}
