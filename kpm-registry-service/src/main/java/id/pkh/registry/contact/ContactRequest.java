package id.pkh.registry.contact;

import id.pkh.registry.contact.domain.ContactRoute;
import id.pkh.registry.notification.domain.ReceiverRole;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ContactRequest", description = "A telephone number, and how it is used.")
record ContactRequest(
        @Schema(required = true, implementation = ReceiverRole.class) String holderRole,
        @Schema(
                        required = true,
                        description =
                                "Id of the family or facilitator, code of the group, or area of"
                                        + " the office")
                String holderRef,
        @Schema(
                        nullable = true,
                        examples = "0812-3456-7890",
                        description = "An Indonesian number; null withdraws the number")
                String telephone,
        @Schema(
                        nullable = true,
                        implementation = ContactRoute.class,
                        description = "MESSAGE if left out with a number, otherwise PRINTED")
                String route) {}
