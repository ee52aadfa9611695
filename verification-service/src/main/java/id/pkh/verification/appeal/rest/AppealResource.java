package id.pkh.verification.appeal.rest;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.verification.appeal.Appeal;
import id.pkh.verification.appeal.AppealChannel;
import id.pkh.verification.appeal.Appeals;
import id.pkh.verification.appeal.DecideAppeal;
import id.pkh.verification.appeal.LodgeAppeal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Appeals of families. */
@Path("/api/v1/appeals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Appeals", description = "A family does not agree with a step or a decision")
public class AppealResource {

    private final Appeals appeals;
    private final LodgeAppeal lodge;
    private final DecideAppeal decide;
    private final Caller caller;

    AppealResource(Appeals appeals, LodgeAppeal lodge, DecideAppeal decide, Caller caller) {
        this.appeals = appeals;
        this.lodge = lodge;
        this.decide = decide;
        this.caller = caller;
    }

    @GET
    @Transactional
    @RolesAllowed({RoleSets.PROGRAMME_READERS, Roles.HOTLINE_CLERK})
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(operationId = "listAppeals", summary = "Appeals, oldest first")
    public Page<AppealView> list(
            @QueryParam("kpm") UUID kpm,
            @QueryParam("village") @Parameter(description = "Village, or an area above it")
                    String village,
            @QueryParam("open") @Parameter(description = "true: not decided yet") Boolean open,
            @BeanParam PageParams page) {
        List<Appeal> found =
                appeals.list(
                        kpm,
                        village,
                        open,
                        caller.areas(),
                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                        page.limit() + 1);
        return Page.of(
                found, page.limit(), appeal -> new Object[] {appeal.appealId()}, AppealView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({RoleSets.PROGRAMME_READERS, Roles.HOTLINE_CLERK})
    @Operation(operationId = "getAppeal", summary = "One appeal")
    public AppealView get(@PathParam("id") UUID id) {
        return appeals.find(id, caller.areas())
                .map(AppealView::of)
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    @POST
    @RolesAllowed({RoleSets.FIELD_STAFF, Roles.HOTLINE_CLERK})
    @Refuses({
        "ALREADY_LIFTED",
        "APPEAL_ALREADY_LODGED",
        "APPEAL_SUBJECT_UNCLEAR",
        "APPEAL_WINDOW_CLOSED",
        "DECISION_WITHOUT_EFFECT",
        "GROUNDS_UNKNOWN",
        "NOT_FOUND",
        "STEP_WITHDRAWN"
    })
    @Succeeds(status = 201, meaning = "The appeal was lodged")
    @Operation(
            operationId = "lodgeAppeal",
            summary = "Lodge an appeal for a family",
            description =
                    "Against a step or against a decision, once each, within the days that the policy allows from its"
                            + " delivery. Where the policy says so, the decision has no effect until the appeal is decided.")
    public RestResponse<AppealView> lodge(@NotNull @Valid AppealRequest request) {
        if ((request.stepId() == null) == (request.decisionId() == null)) {
            throw Refused.because("APPEAL_SUBJECT_UNCLEAR");
        }
        Appeal appeal =
                request.stepId() == null
                        ? lodge.againstDecision(command(request.decisionId(), request))
                        : lodge.againstStep(command(request.stepId(), request));
        return ResponseBuilder.<AppealView>created(
                        URI.create("/api/v1/appeals/" + appeal.appealId()))
                .entity(AppealView.of(appeal))
                .build();
    }

    private LodgeAppeal.Command command(UUID subjectId, AppealRequest request) {
        return new LodgeAppeal.Command(
                subjectId,
                channel(),
                request.groundsOrOther(),
                request.statement(),
                request.evidenceReference(),
                caller.subject(),
                caller.areas());
    }

    private AppealChannel channel() {
        if (caller.hasRole(Roles.HOTLINE_CLERK)) {
            return AppealChannel.HOTLINE;
        }
        if (caller.hasRole(Roles.FACILITATOR)) {
            return AppealChannel.FACILITATOR;
        }
        return caller.hasRole(Roles.COORDINATOR)
                ? AppealChannel.COORDINATOR
                : AppealChannel.ADMINISTRATOR;
    }

    @POST
    @Path("/{id}/decision")
    @RolesAllowed(RoleSets.MINISTRY)
    @Refuses({"APPEAL_ALREADY_DECIDED", "SAME_PERSON"})
    @Operation(
            operationId = "decideAppeal",
            summary = "Decide on an appeal",
            description =
                    "By a person who neither prepared nor confirmed the decision nor lodged the appeal. UPHELD against a step"
                            + " makes its period not count; what no longer follows is withdrawn, and a decision on it is"
                            + " lifted. UPHELD against a decision lifts it.")
    public AppealView decide(
            @PathParam("id") UUID id, @NotNull @Valid AppealDecisionRequest request) {
        return AppealView.of(
                decide.handle(
                        new DecideAppeal.Command(
                                id,
                                request.decision(),
                                request.reason(),
                                caller.subject(),
                                caller.areas())));
    }
}
