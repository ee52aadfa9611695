package id.pkh.disbursement.exceptions.rest;

import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.exceptions.BankExceptions.State;
import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.disbursement.exceptions.domain.ExceptionDeadline;
import id.pkh.disbursement.exceptions.domain.ExceptionOwner;
import id.pkh.platform.web.BusinessDates;
import java.time.Instant;
import java.time.LocalDate;
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
        @Schema(
                        nullable = true,
                        description =
                                "How many payments of a file it concerned when it was found; only"
                                        + " of MISSING_AFTER_SLA about a file")
                Integer payments,
        @Schema(enumeration = {"OPEN", "PROPOSED", "RESOLVED"}) String state,
        @Schema(
                        implementation = ExceptionOwner.class,
                        description =
                                "Who has to act: the bank, or a person with this role in the"
                                        + " area of village_code")
                String owner,
        @Schema(nullable = true, description = "Missing where it matches no family, and for a bank")
                String villageCode,
        Instant foundAt,
        @Schema(description = "Days since it was found") long ageDays,
        @Schema(description = "The last day on which it is in time") LocalDate dueOn,
        @Schema(description = "Open, and its last day has passed") boolean overdue,
        @Schema(nullable = true, description = "Missing for a bank") String proposedBy,
        @Schema(nullable = true, description = "Missing for a bank") String proposal,
        @Schema(
                        nullable = true,
                        enumeration = {"PAID", "NOT_PAID"},
                        description =
                                "What is proposed, when the reports of the bank contradict "
                                        + "each other")
                String finding,
        @Schema(
                        nullable = true,
                        maxLength = ResolutionRequest.MAX_EVIDENCE_CHARS,
                        description = "What proves that no correction was needed")
                String evidence,
        @Schema(description = "Version of the proposal, which a confirmation must give")
                int version,
        @Schema(nullable = true, description = "Missing for a bank") String resolvedBy,
        @Schema(nullable = true) Instant resolvedAt,
        @Schema(
                        nullable = true,
                        enumeration = {"ANSWERED", "ASKED_ONE_BY_ONE", "ACCOUNT_CONFIRMED"},
                        description =
                                "A fact that settled it, and no person: the bank has responded, the"
                                        + " few payments that are left are asked about one by one,"
                                        + " or two people changed the family's account")
                String settledByFact) {

    static ExceptionView of(BankException exception, LocalDate today, boolean forBank) {
        var about = exception.about();
        var deadline =
                new ExceptionDeadline(BusinessDates.on(exception.foundAt()), exception.dueOn());
        boolean isOpen = exception.state() != State.RESOLVED;
        return new ExceptionView(
                exception.exceptionId(),
                exception.exceptionClass(),
                exception.reason(),
                about.bank(),
                forBank ? null : about.kpmId(),
                about.paymentId(),
                about.batchId(),
                about.instructionId(),
                about.reportId(),
                about.lineNo(),
                about.amountIdr(),
                exception.payments(),
                exception.state().name(),
                ExceptionClass.valueOf(exception.exceptionClass()).owner().name(),
                forBank ? null : about.villageCode(),
                exception.foundAt(),
                deadline.ageDays(today),
                exception.dueOn(),
                isOpen && deadline.isOverdue(today),
                forBank ? null : exception.proposedBy(),
                forBank ? null : exception.proposal(),
                exception.finding(),
                exception.evidence(),
                exception.version(),
                forBank ? null : exception.resolvedBy(),
                exception.resolvedAt(),
                exception.settledByFact());
    }
}
