package id.pkh.registry.contact;

import id.pkh.registry.contact.domain.ContactRoute;
import id.pkh.registry.notification.domain.ReceiverRole;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Contact",
        description = "The current number of a holder, masked, and one that waits.")
record ContactView(
        @Schema(implementation = ReceiverRole.class) String holderRole,
        @Schema(
                        description =
                                "Id of the family or facilitator, code of the group, or area of"
                                        + " the office")
                String holderRef,
        String areaCode,
        @Schema(nullable = true, examples = "**********7890", description = "null when withdrawn")
                String telephone,
        @Schema(implementation = ContactRoute.class) String route,
        @Schema(
                        description =
                                "Whether the number is that of a former caretaker; then nothing is"
                                        + " sent to it")
                boolean ofFormerCaretaker,
        @Schema(description = "Others who have this number now") long sharedWith,
        String changedBy,
        Instant changedAt,
        @Schema(nullable = true, description = "Another number, which waits for a second person")
                WaitingView waiting) {

    @Schema(name = "WaitingContact")
    record WaitingView(
            @Schema(description = "At /contact-changes/[change_id]") UUID changeId,
            @Schema(examples = "**********7890") String telephone,
            String changedBy,
            Instant changedAt) {}
}
