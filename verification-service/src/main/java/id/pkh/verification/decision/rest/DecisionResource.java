package id.pkh.verification.decision.rest;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.verification.decision.Decision;
import id.pkh.verification.decision.Decisions;
import id.pkh.verification.decision.LiftDecision;
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

/** Decisions about families. */
@Path("/api/v1/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Decisions",
        description = "Measures that two people decided, their notices, and how they were lifted")
public class DecisionResource {

    private final Decisions decisions;
    private final LiftDecision lift;
    private final Caller caller;

    DecisionResource(Decisions decisions, LiftDecision lift, Caller caller) {
        this.decisions = decisions;
        this.lift = lift;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({RoleSets.PROGRAMME_READERS, Roles.HOTLINE_CLERK})
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
    @RolesAllowed({RoleSets.PROGRAMME_READERS, Roles.HOTLINE_CLERK})
    @Operation(operationId = "getDecision", summary = "One decision, and what happened to it since")
    public DecisionView get(@PathParam("id") UUID id) {
        return decisions
                .find(id, caller.areas())
                .map(DecisionView::of)
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    @POST
    @Path("/{id}/lift")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Refuses({
        "ALREADY_LIFTED",
        "DECISION_WITHOUT_EFFECT",
        "LIFT_REASON_DOES_NOT_FIT",
        "LIFT_SAME_PERSON"
    })
    @Operation(
            operationId = "liftDecision",
            summary = "Lift a decision",
            description =
                    "By an officer who neither prepared nor confirmed it, once. CORRECTED_FACT and OFFICER_ERROR undo it:"
                            + " everything is as if it had not been. COMMITMENT_MET ends a suspension. A decision that is"
                            + " lifted before it took effect never takes effect.")
    public DecisionView lift(@PathParam("id") UUID id, @NotNull @Valid LiftRequest request) {
        return DecisionView.of(
                lift.handle(
                        new LiftDecision.Command(
                                id,
                                request.reason(),
                                request.note(),
                                caller.subject(),
                                caller.areas())));
    }
}
