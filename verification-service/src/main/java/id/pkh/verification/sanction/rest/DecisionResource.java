package id.pkh.verification.sanction.rest;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.verification.sanction.Decision;
import id.pkh.verification.sanction.Decisions;
import id.pkh.verification.sanction.LiftSuspension;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Decisions of officers. */
@Path("/api/v1/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Decisions",
        description = "Suspensions, terminations and dismissals, and how suspensions ended")
public class DecisionResource {

    private final Decisions decisions;
    private final LiftSuspension lift;
    private final Caller caller;

    DecisionResource(Decisions decisions, LiftSuspension lift, Caller caller) {
        this.decisions = decisions;
        this.lift = lift;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(operationId = "listDecisions", summary = "Decisions, oldest first")
    public Page<DecisionView> list(
            @QueryParam("kpm") UUID kpm,
            @QueryParam("village") @Parameter(description = "Village, or an area above it")
                    String village,
            @BeanParam PageParams page) {
        List<Decision> found =
                decisions.list(
                        kpm,
                        village,
                        caller.areas(),
                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                        page.limit() + 1);
        return Page.of(
                found,
                page.limit(),
                decision -> new Object[] {decision.decisionId()},
                DecisionView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(operationId = "getDecision", summary = "One decision, and how a suspension ended")
    public DecisionView get(@PathParam("id") UUID id) {
        return decisions
                .find(id, caller.areas())
                .map(DecisionView::of)
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    @POST
    @Path("/{id}/lift")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Refuses({"ALREADY_LIFTED", "DECISION_NOT_A_SUSPENSION"})
    @Operation(
            operationId = "liftSuspension",
            summary = "End a suspension",
            description = "Possible once per decision; the officer and the reason are recorded.")
    public DecisionView lift(@PathParam("id") UUID id, @NotNull @Valid LiftRequest request) {
        return DecisionView.of(lift.handle(id, request.reason(), caller.subject(), caller.areas()));
    }
}
