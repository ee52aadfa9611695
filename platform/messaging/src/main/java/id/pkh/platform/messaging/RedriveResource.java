package id.pkh.platform.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Redrives: asked for, watched while they run, stopped, and looked up afterwards. */
@Path("/api/v1/operations/redrives")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class RedriveResource {

    private final RedriveRuns runs;
    private final Redrive redrive;
    private final RedriveWorker worker;
    private final Caller caller;

    RedriveResource(RedriveRuns runs, Redrive redrive, RedriveWorker worker, Caller caller) {
        this.runs = runs;
        this.redrive = redrive;
        this.worker = worker;
        this.caller = caller;
    }

    /**
     * What to redrive; at least one criterion.
     *
     * @param redriveId the caller's own id of it, so that asking again after a lost answer begins
     *     nothing twice; null for one of ours
     */
    public record RedriveRequest(
            UUID redriveId,
            @Size(max = 1000) List<@NotNull Long> ids,
            String topic,
            String key,
            String type,
            String reason) {}

    @POST
    @RolesAllowed(Roles.OPERATIONS)
    @Operation(
            summary = "Give a selection of parked events another try, each key in its order",
            description =
                    "Goes up to the newest event parked now. Answers at once; the redrive goes on, also over"
                            + " restarts, and tells how far it is.")
    public RestResponse<RedriveView> ask(
            @Valid @NotNull RedriveRequest request, @Context UriInfo uri) {
        Selection selection =
                new Selection(
                        request.ids(),
                        request.topic(),
                        request.key(),
                        request.type(),
                        request.reason());
        if (selection.isEmpty()) {
            throw Refused.because("REDRIVE_WITHOUT_SELECTION");
        }
        UUID id =
                request.redriveId() == null
                        ? UuidCreator.getTimeOrderedEpoch()
                        : request.redriveId();
        runs.begin(id, selection, caller.subject());
        RedriveRun run = found(id);
        if (!run.selection().equals(selection) || !run.requestedBy().equals(caller.subject())) {
            throw Refused.because("REDRIVE_ID_TAKEN").with("id", id);
        }
        worker.wake();
        return RestResponse.ResponseBuilder.<RedriveView>create(RestResponse.Status.ACCEPTED)
                .location(uri.getAbsolutePathBuilder().path(id.toString()).build())
                .entity(RedriveView.of(run))
                .build();
    }

    @GET
    @RolesAllowed({Roles.OPERATIONS, Roles.AUDITOR})
    @Operation(summary = "Redrives, the latest first")
    public Page<RedriveView> list(@BeanParam PageParams page) {
        return runs.list(page, RedriveView::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.OPERATIONS, Roles.AUDITOR})
    @Operation(summary = "One redrive: how far it is and what came of it")
    public RedriveView get(@PathParam("id") UUID id) {
        return RedriveView.of(found(id));
    }

    @POST
    @Path("{id}/stop")
    @RolesAllowed(Roles.OPERATIONS)
    @Operation(summary = "Stop a redrive where it is; what it has applied stays applied")
    public RedriveView stop(@PathParam("id") UUID id) {
        RedriveRun run = found(id);
        if (!redrive.stop(run, caller.subject())) {
            throw Refused.because("REDRIVE_ENDED").with("state", found(id).state());
        }
        return get(id);
    }

    private RedriveRun found(UUID id) {
        return runs.find(id).orElseThrow(() -> Refused.because("NOT_FOUND").with("id", id));
    }
}
