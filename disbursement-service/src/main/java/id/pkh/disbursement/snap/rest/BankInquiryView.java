package id.pkh.disbursement.snap.rest;

import id.pkh.disbursement.snap.BankInquiries.Inquiry;
import id.pkh.disbursement.snap.domain.TransferState;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a bank was asked, and what it said. */
@Schema(name = "BankInquiry")
public record BankInquiryView(
        UUID inquiryId,
        UUID instructionId,
        @Schema(examples = "BRI") String bank,
        String askedBy,
        Instant askedAt,
        @Schema(
                        nullable = true,
                        description =
                                "null while there is no answer, and if the process died before it")
                TransferState state,
        @Schema(nullable = true, examples = "2003600", description = "of the bank, seven digits")
                String responseCode,
        @Schema(nullable = true, examples = "00", description = "of the bank, two digits")
                String latestStatus,
        @Schema(nullable = true, description = "the bank's own reference") String bankRef,
        @Schema(nullable = true) Instant answeredAt) {

    static BankInquiryView of(Inquiry inquiry) {
        return new BankInquiryView(
                inquiry.inquiryId(),
                inquiry.instructionId(),
                inquiry.bank(),
                inquiry.askedBy(),
                inquiry.askedAt(),
                inquiry.state(),
                inquiry.responseCode(),
                inquiry.latestStatus(),
                inquiry.bankRef(),
                inquiry.answeredAt());
    }
}
