package id.pkh.disbursement.treasury.rest;

import id.pkh.disbursement.bank.rest.BankCode;
import id.pkh.disbursement.reason.Reason;
import id.pkh.disbursement.treasury.domain.Sp2d.Statement;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The requests about documents of the treasury. */
final class Sp2dRequests {

    private static final String NUMBER = "^[0-9A-Z][0-9A-Z./-]{2,39}$";

    /** More than the whole programme is given in a year. */
    private static final long MAX_IDR = 100_000_000_000_000L;

    private Sp2dRequests() {}

    @Schema(name = "Sp2dRequest", description = "A document of the treasury, as it states.")
    record RecordRequest(
            @NotNull @Pattern(regexp = BankCode.FORM) String bank,
            @NotNull @Pattern(regexp = NUMBER) String sp2dNumber,
            @NotNull LocalDate issuedOn,
            @NotNull
                    @Pattern(regexp = NUMBER)
                    @Schema(description = "Number of the payment order (SPM) that it follows")
                    String spmNumber,
            @Min(1) @Max(MAX_IDR) long amountIdr) {

        Statement statement() {
            return new Statement(bank, sp2dNumber, issuedOn, spmNumber, amountIdr);
        }
    }

    @Schema(
            name = "Sp2dCorrectionRequest",
            description = "The document as it should have been recorded, and why it was not.")
    record CorrectionRequest(
            @NotNull @Pattern(regexp = NUMBER) String sp2dNumber,
            @NotNull LocalDate issuedOn,
            @NotNull @Pattern(regexp = NUMBER) String spmNumber,
            @Min(1) @Max(MAX_IDR) long amountIdr,
            @Schema(required = true, maxLength = Reason.MAX_CHARS) String reason) {

        Statement statementOf(String bank) {
            return new Statement(bank, sp2dNumber, issuedOn, spmNumber, amountIdr);
        }
    }

    @Schema(
            name = "Sp2dApprovalRequest",
            description = "What the approver has read in the document of the treasury.")
    record ApprovalRequest(@NotNull String sp2dNumber, @NotNull Long amountIdr) {}

    @Schema(name = "Sp2dRefusalRequest", description = "Why the record is not right.")
    record RefusalRequest(@Schema(required = true, maxLength = Reason.MAX_CHARS) String reason) {}
}
