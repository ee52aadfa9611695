package id.pkh.disbursement.cycle.rest;

import id.pkh.disbursement.payment.SealCycle;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/cycles/{code}/seal")
@Tag(name = "Cycles")
public class SealResource {

    private final SealCycle sealCycle;
    private final CycleViews views;
    private final Caller caller;

    SealResource(SealCycle sealCycle, CycleViews views, Caller caller) {
        this.sealCycle = sealCycle;
        this.views = views;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Operation(
            summary = "Freeze the list of a calculated cycle",
            description =
                    "Needs an Idempotency-Key. From then on the payments of the cycle do not "
                            + "change;"
                            + " a held payment is compensated when its decision is lifted.")
    @APIResponse(responseCode = "200", description = "The list is frozen")
    @APIResponse(
            responseCode = "409",
            description = "CYCLE_NOT_CALCULATED, CYCLE_ALREADY_SEALED or CYCLE_PAYS_TWICE")
    public CycleView seal(@PathParam("code") String code) {
        sealCycle.handle(code, caller.subject());
        return views.of(code);
    }
}
