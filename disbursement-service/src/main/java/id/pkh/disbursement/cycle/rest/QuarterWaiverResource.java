package id.pkh.disbursement.cycle.rest;

import id.pkh.disbursement.bank.rest.NationalCaller;
import id.pkh.disbursement.quarter.WaiveQuarter;
import id.pkh.disbursement.reason.Reason;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A cycle that cannot wait for the verification of its quarter. */
@Path("/api/v1/cycles/{code}/quarter-waiver")
@Tag(name = "Cycles")
public class QuarterWaiverResource {

    private final WaiveQuarter waiveQuarter;
    private final CycleViews views;
    private final NationalCaller caller;

    QuarterWaiverResource(WaiveQuarter waiveQuarter, CycleViews views, NationalCaller caller) {
        this.waiveQuarter = waiveQuarter;
        this.views = views;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "CYCLE_ALREADY_SEALED",
        "QUARTER_ALREADY_CLOSED",
        "QUARTER_ALREADY_WAIVED",
        "REASON_REQUIRED",
        "TEXT_HAS_CONTROL_CHARACTER",
        "TEXT_HAS_LONG_NUMBER"
    })
    @Operation(
            operationId = "waiveQuarter",
            summary = "Let a cycle proceed although its quarter is not closed",
            description =
                    "Needs an Idempotency-Key and a reason. The person who does this cannot seal "
                            + "the cycle.")
    @Succeeds(status = 200, meaning = "The cycle can be calculated, and sealed by another person")
    public CycleView waive(
            @PathParam("code") String code, @NotNull @Valid QuarterWaiverRequest request) {
        String officer = caller.subject();
        waiveQuarter.waive(code, new Reason(request.reason()), officer);
        return views.of(code);
    }

    @POST
    @Path("/withdrawal")
    @Idempotent
    @RolesAllowed(RoleSets.MINISTRY)
    @Refuses({"AREAS_NOT_NATIONAL", "CYCLE_ALREADY_SEALED", "QUARTER_NOT_WAIVED"})
    @Operation(
            operationId = "withdrawQuarterWaiver",
            summary = "Let a cycle wait for its quarter again",
            description = "Needs an Idempotency-Key. Until the cycle is sealed.")
    @Succeeds(status = 200, meaning = "The cycle waits for its quarter")
    public CycleView withdraw(@PathParam("code") String code) {
        String person = caller.subject();
        waiveQuarter.withdraw(code, person);
        return views.of(code);
    }
}
