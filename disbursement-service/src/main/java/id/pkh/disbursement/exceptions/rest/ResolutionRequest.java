package id.pkh.disbursement.exceptions.rest;

import id.pkh.disbursement.reason.Reason;
import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ExceptionResolutionRequest",
        description = "How an exception is settled: proposed by one person, confirmed by another.")
record ResolutionRequest(
        @Schema(nullable = true, maxLength = Reason.MAX_CHARS, description = "Required to propose")
                String reason,
        @Schema(
                        nullable = true,
                        enumeration = {"PAID", "NOT_PAID"},
                        description =
                                "Required to propose for "
                                        + "CREDIT_NOT_INSTRUCTED, STATUS_CONTRADICTS, "
                                        + "REFUSAL_UNCLEAR, CREDIT_AFTER_RETURN, "
                                        + "RETURN_WITHOUT_CREDIT, ACCOUNT_MISMATCH and "
                                        + "DUPLICATE_CREDIT, and not allowed for other classes. A confirmation repeats the "
                                        + "finding of the proposal")
                String finding,
        @Size(max = ResolutionRequest.MAX_EVIDENCE_CHARS)
                @FreeText
                @Schema(
                        nullable = true,
                        description =
                                "Required to propose for CORRECTION_PENDING: what proves that"
                                        + " nothing had to be changed, such as a letter of the"
                                        + " bank")
                String evidence,
        @Schema(
                        nullable = true,
                        description =
                                "Required to confirm: the version of the exception that was read")
                Integer version,
        @Schema(nullable = true, description = "true confirms what another person has proposed")
                Boolean confirm) {

    static final int MAX_EVIDENCE_CHARS = 200;
}
