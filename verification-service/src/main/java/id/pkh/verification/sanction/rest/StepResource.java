package id.pkh.verification.sanction.rest;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.ProgrammeMonths;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.verification.sanction.StepQueries;
import id.pkh.verification.sanction.domain.Step;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reminders, warnings and proposals. */
@Path("/api/v1/sanction-steps")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sanction steps", description = "Steps that follow from the facts, and their notices")
public class StepResource {

    private final StepQueries queries;
    private final Caller caller;
    private final ProgrammeMonths months;

    StepResource(StepQueries queries, Caller caller, ProgrammeMonths months) {
        this.queries = queries;
        this.caller = caller;
        this.months = months;
    }

    @GET
    @RolesAllowed({
        RoleSets.PROGRAMME_READERS,
        Roles.HOTLINE_CLERK,
        Roles.EXTERNAL_SYSTEM,
        Roles.OPERATIONS
    })
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "listSanctionSteps",
            summary = "Steps, oldest first",
            description = "Within the caller's areas; every filter is optional.")
    public Page<StepView> list(
            @QueryParam("kpm") UUID kpm,
            @QueryParam("village") @Parameter(description = "Village, or an area above it")
                    String village,
            @QueryParam("period")
                    @Parameter(
                            description = "yyyy-MM or yyyy-Qn",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            pattern = VerificationPeriod.TEXT))
                    String period,
            @QueryParam("cause") Cause cause,
            @QueryParam("step") Step step,
            @QueryParam("standing") @Parameter(description = "true: not withdrawn")
                    Boolean standing,
            @BeanParam PageParams page) {
        List<StepQueries.Seen> steps =
                queries.list(
                        new StepQueries.StepFilter(
                                kpm,
                                village,
                                months.requirePeriod("period", period),
                                cause,
                                step,
                                standing),
                        caller.areas(),
                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                        page.limit() + 1);
        return Page.of(
                steps, page.limit(), seen -> new Object[] {seen.step().stepId()}, StepView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({RoleSets.PROGRAMME_READERS, Roles.HOTLINE_CLERK, Roles.EXTERNAL_SYSTEM})
    @Operation(operationId = "getSanctionStep", summary = "One step")
    public StepView get(@PathParam("id") UUID id) {
        return StepView.of(seen(id));
    }

    private StepQueries.Seen seen(UUID id) {
        return queries.find(id, caller.areas()).orElseThrow(() -> Refused.because("NOT_FOUND"));
    }
}
