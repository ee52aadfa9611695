package id.pkh.disbursement.exceptions.rest;

import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "BankException",
        description = "A difference between this service and a bank that people have to settle.")
record ExceptionView(
        UUID exceptionId,
        @Schema(implementation = ExceptionClass.class) String exceptionClass,
        String reason,
        @Schema(nullable = true) String bank,
        @Schema(nullable = true) UUID kpmId,
        @Schema(nullable = true) UUID paymentId,
        @Schema(nullable = true) UUID batchId,
        @Schema(nullable = true) UUID instructionId,
        @Schema(nullable = true) UUID reportId,
        @Schema(nullable = true) Integer lineNo,
        @Schema(nullable = true) Long amountIdr,
        @Schema(enumeration = {"OPEN", "PROPOSED", "RESOLVED"}) String state,
        Instant foundAt,
        @Schema(nullable = true) String proposedBy,
        @Schema(nullable = true) String proposal,
        @Schema(
                        nullable = true,
                        enumeration = {"PAID", "NOT_PAID"},
                        description =
                                "What is proposed, when the reports of the bank contradict "
                                        + "each other")
                String finding,
        @Schema(description = "Version of the proposal, which a confirmation must give")
                int version,
        @Schema(nullable = true) String resolvedBy,
        @Schema(nullable = true) Instant resolvedAt) {

    static ExceptionView of(BankException exception) {
        var about = exception.about();
        return new ExceptionView(
                exception.exceptionId(),
                exception.exceptionClass(),
                exception.reason(),
                about.bank(),
                about.kpmId(),
                about.paymentId(),
                about.batchId(),
                about.instructionId(),
                about.reportId(),
                about.lineNo(),
                about.amountIdr(),
                exception.state().name(),
                exception.foundAt(),
                exception.proposedBy(),
                exception.proposal(),
                exception.finding(),
                exception.version(),
                exception.resolvedBy(),
                exception.resolvedAt());
    }
}
