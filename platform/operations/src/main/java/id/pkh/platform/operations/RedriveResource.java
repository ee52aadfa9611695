package id.pkh.platform.operations;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.messaging.redrive.RedriveRun;
import id.pkh.platform.messaging.redrive.RedriveStatus;
import id.pkh.platform.messaging.redrive.Redrives;
import id.pkh.platform.messaging.redrive.Selection;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.ContinuedWork;
import id.pkh.platform.web.FreeText;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Redrives: requested, watched while they run, stopped, and looked up afterwards. */
@Path("/api/v1/operations/redrives")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class RedriveResource {

    private final Redrives redrives;
    private final Caller caller;

    RedriveResource(Redrives redrives, Caller caller) {
        this.redrives = redrives;
        this.caller = caller;
    }

    /**
     * What to redrive; at least one criterion.
     *
     * @param redriveId an id that the caller chose, so that a repeated request does not start a
     *     second redrive; null to have one generated
     */
    public record RedriveRequest(
            UUID redriveId,
            @Size(max = 1000) List<@NotNull Long> ids,
            @FreeText String topic,
            String key,
            @FreeText String type,
            @FreeText String reason) {}

    @POST
    @RolesAllowed(Roles.OPERATIONS)
    @Refuses({"REDRIVE_ID_TAKEN", "REDRIVE_WITHOUT_SELECTION"})
    @Succeeds(status = 202, meaning = "The redrive runs in the background")
    @Operation(
            operationId = "startRedrive",
            summary = "Redrive a selection of parked events, each key in its order",
            description =
                    "Ends at the newest event that is parked now. The service responds at once; the redrive continues"
                            + " in the background, also after a restart, and reports its progress.")
    public RestResponse<RedriveStatus> ask(@Valid @NotNull RedriveRequest request) {
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
        RedriveRun run =
                redrives.start(id, selection, caller.subject())
                        .filter(started -> started.selection().equals(selection))
                        .filter(started -> started.requestedBy().equals(caller.subject()))
                        .orElseThrow(() -> Refused.because("REDRIVE_ID_TAKEN").with("id", id));
        return ContinuedWork.answer(
                ContinuedWork.ACCEPTED, RedriveStatus.of(run), "/api/v1/operations/redrives/" + id);
    }

    @GET
    @RolesAllowed(RoleSets.OPERATIONS_READERS)
    @Operation(operationId = "listRedrives", summary = "Redrives, the latest first")
    public Page<RedriveStatus> list(@BeanParam PageParams page) {
        List<RedriveRun> runs =
                redrives.latest(
                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(null), page.limit() + 1);
        return Page.of(runs, page.limit(), run -> new Object[] {run.id()}, RedriveStatus::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(RoleSets.OPERATIONS_READERS)
    @Operation(operationId = "getRedrive", summary = "One redrive with its progress and results")
    public RedriveStatus get(@PathParam("id") UUID id) {
        return RedriveStatus.of(found(id));
    }

    @POST
    @Path("{id}/stop")
    @RolesAllowed(Roles.OPERATIONS)
    @Refuses({"REDRIVE_ENDED"})
    @Operation(
            operationId = "stopRedrive",
            summary = "Stop a redrive; events that it has applied stay applied")
    public RedriveStatus stop(@PathParam("id") UUID id) {
        found(id);
        if (!redrives.stop(id, caller.subject())) {
            throw Refused.because("REDRIVE_ENDED").with("state", found(id).state());
        }
        return get(id);
    }

    private RedriveRun found(UUID id) {
        return redrives.find(id).orElseThrow(() -> Refused.because("NOT_FOUND").with("id", id));
    }
}
