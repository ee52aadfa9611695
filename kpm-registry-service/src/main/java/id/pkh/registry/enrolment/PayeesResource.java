package id.pkh.registry.enrolment;

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

/** Shows payees and their accounts to the officer who prepares payments. */
@Path("/api/v1/payees")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Families")
@RolesAllowed(Roles.MINISTRY_OFFICER)
public class PayeesResource {

    private final RevealPayees revealPayees;

    PayeesResource(RevealPayees revealPayees) {
        this.revealPayees = revealPayees;
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
            operationId = "revealPayees",
            summary = "Show the unmasked name and account of up to 1,000 families",
            description =
                    "Each family that is shown is recorded in the read log, with the purpose.")
    @Succeeds(status = 200, meaning = "The payees of the families in your areas")
    public PayeesView reveal(PayeesRequest request) {
        if (request == null) {
            throw Refused.because("INVALID_REQUEST");
        }
        return revealPayees.handle(request.familyIds(), request.purpose());
    }
}
