package id.pkh.registry.account;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bodies of the decisions on accounts. Each names the change as it was shown. */
final class AccountChangeRequests {

    private static final String AS_SHOWN =
            "The masked number of the account as it was shown; null when there is none";

    private AccountChangeRequests() {}

    @Schema(name = "AccountConfirmationRequest", description = "What is confirmed, as shown.")
    record Confirmation(
            @Schema(required = true) Long changeNo,
            @Schema(nullable = true, description = AS_SHOWN, examples = "********4821")
                    String accountNumber) {}

    @Schema(
            name = "AccountConfirmationsRequest",
            description = "Up to 1,000 changes, each of them once.")
    record Confirmations(@Schema(required = true) List<Item> changes) {}

    @Schema(name = "AccountConfirmationItem", description = "What is confirmed, as shown.")
    record Item(
            @Schema(required = true) UUID changeId,
            @Schema(required = true) Long changeNo,
            @Schema(nullable = true, description = AS_SHOWN, examples = "********4821")
                    String accountNumber) {

        NamedChange named() {
            return new NamedChange(changeId, changeNo, accountNumber);
        }
    }

    @Schema(name = "AccountRefusalRequest", description = "What is refused, as shown, and why.")
    record Refusal(
            @Schema(required = true) Long changeNo,
            @Schema(nullable = true, description = AS_SHOWN, examples = "********4821")
                    String accountNumber,
            @Schema(required = true, implementation = RefusalReason.class) String reason) {}

    @Schema(name = "AccountConfirmations", description = "The outcome of each named change.")
    record Outcomes(List<OutcomeItem> items) {}

    @Schema(name = "AccountConfirmationOutcome")
    record OutcomeItem(
            UUID changeId,
            @Schema(description = "CONFIRMED, or the code why it was not") String outcome) {}
}
