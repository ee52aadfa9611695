package id.pkh.registry.enrolment;

import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Names caretakers to the people who see names anyway, for many families at once. */
@Path("/api/v1/caretakers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Families")
@RolesAllowed({RoleSets.FIELD_STAFF, Roles.AUDITOR})
public class CaretakersResource {

    private final RevealCaretakers revealCaretakers;

    CaretakersResource(RevealCaretakers revealCaretakers) {
        this.revealCaretakers = revealCaretakers;
    }

    @POST
    @Path("/reveal")
    @Refuses({
        "FAMILY_IDS_INVALID",
        "PURPOSE_REQUIRED",
        FreeTextRule.HAS_CONTROL_CHARACTER,
        FreeTextRule.HAS_LONG_NUMBER
    })
    @Operation(
            operationId = "revealCaretakers",
            summary = "Name the caretakers of up to 1,000 families",
            description =
                    "For letters and lists. Each family that is shown is recorded in the read log, with the purpose.")
    @Succeeds(status = 200, meaning = "The caretakers of the families in your areas")
    public CaretakersView reveal(CaretakersRequest request) {
        if (request == null) {
            throw Refused.because("INVALID_REQUEST");
        }
        return revealCaretakers.handle(request.familyIds(), request.purpose());
    }
}
