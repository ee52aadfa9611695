package id.pkh.registry.contact;

import id.pkh.registry.contact.Contacts.ChangeRow;
import id.pkh.registry.contact.domain.ContactRoute;
import id.pkh.registry.notification.domain.ReceiverRole;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ContactChange", description = "A change of a telephone number or of its route.")
record ContactChangeView(
        UUID changeId,
        @Schema(implementation = ReceiverRole.class) String holderRole,
        String holderRef,
        String areaCode,
        @Schema(
                        nullable = true,
                        examples = "**********7890",
                        description = "Masked; null when the number was withdrawn")
                String telephone,
        @Schema(implementation = ContactRoute.class) String route,
        @Schema(
                        enumeration = {
                            "NOTHING_TO_CONFIRM",
                            "WAITING",
                            "CONFIRMED",
                            "REFUSED",
                            "SUPERSEDED"
                        },
                        description =
                                "NOTHING_TO_CONFIRM: it took effect at once; SUPERSEDED: a later change came"
                                        + " before a decision")
                String status,
        @Schema(nullable = true, description = "The import, at /imports/[file_id]") UUID fileId,
        @Schema(nullable = true) Integer line,
        String changedBy,
        Instant changedAt,
        @Schema(nullable = true) String decidedBy,
        @Schema(nullable = true) Instant decidedAt) {

    static String statusOf(ChangeRow change) {
        if (!change.needsConfirmation()) {
            return "NOTHING_TO_CONFIRM";
        }
        if (change.decision() != null) {
            return change.decision();
        }
        return change.isWaiting() ? "WAITING" : "SUPERSEDED";
    }
}
