package id.pkh.disbursement.cycle.rest;

import id.pkh.disbursement.bank.rest.NationalCaller;
import id.pkh.disbursement.calculation.CalculateCycle;
import id.pkh.disbursement.calculation.CalculationRuns.Run;
import id.pkh.disbursement.calculation.CalculationRuns.RunStatus;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.ContinuedWork;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/cycles/{code}/calculation")
@Tag(name = "Cycles")
public class CalculationResource {

    private final CalculateCycle calculateCycle;
    private final CycleViews views;
    private final NationalCaller caller;

    CalculationResource(CalculateCycle calculateCycle, CycleViews views, NationalCaller caller) {
        this.calculateCycle = calculateCycle;
        this.views = views;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "CALCULATION_FAILED",
        "CALCULATION_STOPPED",
        "CYCLE_ALREADY_SEALED",
        "CYCLE_WITHOUT_RATES",
        "QUARTER_NOT_CLOSED"
    })
    @Operation(
            operationId = "calculateCycle",
            summary = "Calculate the entitlements of all families, or recalculate them",
            description =
                    "Resumes an interrupted calculation where it stopped. Responds with 200 "
                            + "when it ends"
                            + " within some seconds; otherwise with 202, and it continues: "
                            + "see the cycle.")
    @Succeeds(status = 200, meaning = "Calculated")
    @Succeeds(status = 202, meaning = "The calculation continues")
    public RestResponse<CycleView> calculate(@PathParam("code") String code) {
        Run run = calculateCycle.handle(code, caller.subject());
        return ContinuedWork.answer(
                run.status() == RunStatus.DONE ? 200 : 202,
                views.of(code),
                "/api/v1/cycles/" + code);
    }
}
