package id.pkh.registry.account;

import id.pkh.registry.family.domain.AccountSource;
import id.pkh.registry.family.domain.PayingBank;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "AccountChange",
        description =
                "A change of a family's account, bank or caretaker, or of the caretaker's name,"
                        + " and what stood before it."
                        + " Account numbers are masked unless revealed.")
record AccountChangeView(
        UUID changeId,
        @Schema(description = "Name it together with the change when you decide") long changeNo,
        UUID kpmId,
        String villageCode,
        @Schema(implementation = AccountChangeStatus.class) String status,
        PayeeView now,
        @Schema(nullable = true, description = "What was confirmed last; null when nothing was")
                PayeeView before,
        @Schema(
                        description =
                                "Whether the same caretaker has another name than before; callers"
                                        + " who may not see names see this")
                boolean caretakerRenamed,
        @Schema(description = "Other families that have this account now") long sharedWith,
        @Schema(implementation = AccountSource.class) String source,
        @Schema(nullable = true, description = "The import, at /imports/[file_id]") UUID fileId,
        @Schema(nullable = true) Integer line,
        String changedBy,
        Instant changedAt,
        @Schema(nullable = true, description = "The person who permitted the initial roster")
                String permittedBy,
        @Schema(nullable = true) String decidedBy,
        @Schema(nullable = true) Instant decidedAt,
        @Schema(nullable = true, implementation = RefusalReason.class) String reason) {

    @Schema(name = "AccountHolder", description = "Where the money of a family goes.")
    record PayeeView(
            @Schema(nullable = true, implementation = PayingBank.class) String payingBank,
            @Schema(nullable = true, examples = "********4821") String accountNumber,
            UUID caretakerMemberId,
            @Schema(nullable = true, description = "null for callers who may not see names")
                    String caretakerName) {}
}
