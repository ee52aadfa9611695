package id.pkh.disbursement.cycle.rest;

import id.pkh.disbursement.calculation.CalculateCycle;
import id.pkh.disbursement.calculation.CalculationRuns;
import id.pkh.disbursement.calculation.CalculationRuns.Run;
import id.pkh.disbursement.calculation.CalculationRuns.RunStatus;
import id.pkh.disbursement.cycle.CycleSeals;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.OpenCycle;
import id.pkh.disbursement.cycle.SealCycle;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Cursor;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/cycles")
@Tag(name = "Cycles")
public class CycleResource {

    @Inject OpenCycle openCycle;
    @Inject CalculateCycle calculateCycle;
    @Inject SealCycle sealCycle;
    @Inject Cycles cycles;
    @Inject CalculationRuns runs;
    @Inject CycleSeals seals;
    @Inject Caller caller;

    @POST
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Operation(summary = "Open a cycle")
    @APIResponse(responseCode = "201", description = "The cycle is open")
    @APIResponse(
            responseCode = "409",
            description = "CYCLE_ALREADY_OPEN or CYCLE_OVERLAPS: there is such a cycle")
    @APIResponse(responseCode = "422", description = "Code, range, channel or period is not valid")
    public Response open(OpenCycleRequest request) {
        if (request == null) {
            throw Refused.because("INVALID_REQUEST");
        }
        PaymentCycle cycle = openCycle.handle(request.toOpening(), caller.subject());
        return Response.created(URI.create("/api/v1/cycles/" + cycle.cycleCode()))
                .entity(view(cycle))
                .build();
    }

    @GET
    @RolesAllowed({
        Roles.MINISTRY_OFFICER,
        Roles.MINISTRY_APPROVER,
        Roles.AUDITOR,
        Roles.DATA_ADMINISTRATOR,
        Roles.COORDINATOR,
        Roles.FACILITATOR
    })
    @Operation(summary = "Cycles, the latest first")
    public Page<CycleView> list(@BeanParam PageParams page) {
        Optional<Cursor> after = page.cursor();
        List<PaymentCycle> rows =
                cycles.page(
                        after.map(cursor -> LocalDate.parse(cursor.text(0))).orElse(null),
                        after.map(cursor -> cursor.text(1)).orElse(null),
                        page.limit() + 1);
        return Page.of(
                rows,
                page.limit(),
                row -> new Object[] {row.range().from(), row.cycleCode()},
                this::view);
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({
        Roles.MINISTRY_OFFICER,
        Roles.MINISTRY_APPROVER,
        Roles.AUDITOR,
        Roles.DATA_ADMINISTRATOR,
        Roles.COORDINATOR,
        Roles.FACILITATOR
    })
    @Operation(summary = "One cycle, with the progress of its calculation")
    @APIResponse(responseCode = "404", description = "There is no such cycle")
    public CycleView one(@PathParam("code") String code) {
        return view(cycle(code));
    }

    @POST
    @Path("/{code}/calculation")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Operation(
            summary = "Calculate the entitlements of all families, or recalculate them",
            description =
                    "Resumes an interrupted calculation where it stopped. Answers 200 when it ends"
                            + " within some seconds; otherwise 202, and it continues: see the cycle.")
    @APIResponse(responseCode = "200", description = "Calculated")
    @APIResponse(responseCode = "202", description = "The calculation continues")
    @APIResponse(responseCode = "409", description = "CYCLE_ALREADY_SEALED")
    public Response calculate(@PathParam("code") String code) {
        Run run = calculateCycle.handle(code, caller.subject());
        return Response.status(run.status() == RunStatus.DONE ? 200 : 202)
                .entity(view(cycle(code)))
                .build();
    }

    @POST
    @Path("/{code}/seal")
    @Idempotent
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Operation(
            summary = "Freeze the list of a calculated cycle",
            description =
                    "Needs an Idempotency-Key. From then on the payments of the cycle do not change;"
                            + " a held payment is compensated when its decision is lifted.")
    @APIResponse(responseCode = "200", description = "The list is frozen")
    @APIResponse(
            responseCode = "409",
            description = "CYCLE_NOT_CALCULATED, CYCLE_ALREADY_SEALED or CYCLE_PAYS_TWICE")
    public CycleView seal(@PathParam("code") String code) {
        sealCycle.handle(code, caller.subject());
        return view(cycle(code));
    }

    private PaymentCycle cycle(String code) {
        return cycles.byCode(code).orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    private CycleView view(PaymentCycle cycle) {
        return CycleView.of(
                cycle,
                runs.latest(cycle.cycleId()).orElse(null),
                seals.of(cycle.cycleId()).orElse(null));
    }
}
