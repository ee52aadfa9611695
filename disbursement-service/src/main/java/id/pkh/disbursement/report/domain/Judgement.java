package id.pkh.disbursement.report.domain;

import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.disbursement.instruction.domain.InstructionStatus;

/**
 * What a line of a bank's report does.
 *
 * @param becomes the state it moves the instruction to; null when it moves nothing
 * @param exception why people have to look; null when they need not
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

    static Judgement look(LineOutcome outcome, ExceptionClass exception, String reason) {
        return new Judgement(outcome, null, exception, reason);
    }
}
