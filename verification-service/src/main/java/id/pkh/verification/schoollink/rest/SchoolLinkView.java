package id.pkh.verification.schoollink.rest;

import id.pkh.verification.schoollink.SchoolLinks;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link of a school without its secret, and what came by it. */
@Schema(name = "SchoolLink")
public record SchoolLinkView(
        UUID linkId,
        String schoolId,
        String quarter,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        @Schema(description = "How often the list was read") int opened,
        @Schema(nullable = true) Instant lastOpenedAt,
        @Schema(nullable = true) Instant withdrawnAt,
        @Schema(nullable = true) String withdrawnBy,
        List<SendingView> sendings) {

    /** What the school sent at once. */
    @Schema(name = "SchoolLinkSending")
    public record SendingView(
            int number,
            UUID formId,
            int rowsApplied,
            int rowsRefused,
            Instant sentAt,
            @Schema(nullable = true) Instant reviewedAt,
            @Schema(nullable = true) String reviewedBy) {

        static SendingView of(SchoolLinks.Sending sending) {
            return new SendingView(
                    sending.number(),
                    sending.formId(),
                    sending.rowsApplied(),
                    sending.rowsRefused(),
                    sending.sentAt(),
                    sending.reviewedAt(),
                    sending.reviewedBy());
        }
    }

    static SchoolLinkView of(SchoolLinks.Link link) {
        return new SchoolLinkView(
                link.linkId(),
                link.schoolId(),
                link.quarter().text(),
                link.createdAt(),
                link.createdBy(),
                link.expiresAt(),
                link.opened(),
                link.lastOpenedAt(),
                link.withdrawnAt(),
                link.withdrawnBy(),
                link.sendings().stream().map(SendingView::of).toList());
    }
}
