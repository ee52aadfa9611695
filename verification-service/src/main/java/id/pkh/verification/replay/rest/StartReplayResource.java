package id.pkh.verification.replay.rest;

import id.pkh.platform.policies.PolicyVersionResource;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.ContinuedWork;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.verification.replay.PolicyReplay;
import id.pkh.verification.replay.StartReplay;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Starts a replay: what a version of a policy would have changed. No event leaves. */
@Path(PolicyVersionResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policy replays")
public class StartReplayResource {

    private final StartReplay startReplay;
    private final ReplayViews views;
    private final Caller caller;

    StartReplayResource(StartReplay startReplay, ReplayViews views, Caller caller) {
        this.startReplay = startReplay;
        this.views = views;
        this.caller = caller;
    }

    @POST
    @Path("{id}/replays")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleSets.MINISTRY)
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "AREA_CODE_INVALID",
        "QUARTER_NOT_OVER",
        "QUARTER_PAST_RETENTION",
        "REPLAY_NOT_POSSIBLE",
        "REPLAY_RANGE_INVALID"
    })
    @Operation(
            operationId = "startPolicyReplay",
            summary = "Find out what a version of the ladder or the commitments would have changed",
            description =
                    "Derives the steps of past quarters with the present policies and with the"
                            + " version, and keeps the differences. Nothing else is changed, and no"
                            + " event is published. While the same replay is running, it is returned.")
    @Succeeds(status = 202, meaning = "It runs in the background")
    public RestResponse<ReplayView> start(
            @PathParam("id") UUID id, @NotNull @Valid ReplayRequest request) {
        PolicyReplay replay =
                startReplay.handle(
                        new StartReplay.Command(
                                id,
                                VerificationPeriod.parse(request.firstQuarter()),
                                VerificationPeriod.parse(request.lastQuarter()),
                                request.areaCode(),
                                caller.nationalSubject()));
        return ContinuedWork.answer(
                ContinuedWork.ACCEPTED,
                views.of(replay),
                "/api/v1/policy-replays/" + replay.replayId());
    }
}
