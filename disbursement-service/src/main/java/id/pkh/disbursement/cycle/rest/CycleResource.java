package id.pkh.disbursement.cycle.rest;

import id.pkh.disbursement.bank.rest.NationalCaller;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.OpenCycle;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Cursor;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/cycles")
@Tag(name = "Cycles", description = "Payment cycles, their calculation and their seal")
public class CycleResource {

    private final OpenCycle openCycle;
    private final Cycles cycles;
    private final CycleViews views;
    private final NationalCaller caller;

    CycleResource(OpenCycle openCycle, Cycles cycles, CycleViews views, NationalCaller caller) {
        this.openCycle = openCycle;
        this.cycles = cycles;
        this.views = views;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "CHANNEL_UNKNOWN",
        "CYCLE_ALREADY_OPEN",
        "CYCLE_CODE_INVALID",
        "CYCLE_NOT_WHOLE_MONTHS",
        "CYCLE_OVERLAPS",
        "CYCLE_RANGE_INVALID",
        "CYCLE_TOO_LONG",
        "CYCLE_WITHOUT_RATES",
        "VERIFICATION_PERIOD_INVALID"
    })
    @Operation(operationId = "openCycle", summary = "Open a cycle")
    @Succeeds(status = 201, meaning = "The cycle is open")
    public RestResponse<CycleView> open(@NotNull @Valid OpenCycleRequest request) {
        String officer = caller.subject();
        PaymentCycle cycle = openCycle.handle(request.toOpening(), officer);
        return ResponseBuilder.<CycleView>created(URI.create("/api/v1/cycles/" + cycle.cycleCode()))
                .entity(views.of(cycle))
                .build();
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(operationId = "listCycles", summary = "Cycles, the latest first")
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
                views::of);
    }

    @GET
    @Path("/{code}")
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(
            operationId = "getCycle",
            summary = "One cycle, with the progress of its calculation")
    public CycleView one(@PathParam("code") String code) {
        return views.of(code);
    }
}
