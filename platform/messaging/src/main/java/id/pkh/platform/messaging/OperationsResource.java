package id.pkh.platform.messaging;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the people who watch the streams see and do in one service. */
@Path("/api/v1/operations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations", description = "Parked events, redrive and the outbox")
public class OperationsResource {

    private final ParkedEvents parkedEvents;
    private final ParkedSummary summary;
    private final Redrive redrive;
    private final RedriveRuns runs;
    private final OperatorActions actions;
    private final MessagingUpkeep upkeep;
    private final MessagingConfig config;
    private final Caller caller;

    OperationsResource(
            ParkedEvents parkedEvents,
            ParkedSummary summary,
            Redrive redrive,
            RedriveRuns runs,
            OperatorActions actions,
            MessagingUpkeep upkeep,
            MessagingConfig config,
            Caller caller) {
        this.parkedEvents = parkedEvents;
        this.summary = summary;
        this.redrive = redrive;
        this.runs = runs;
        this.actions = actions;
        this.upkeep = upkeep;
        this.config = config;
        this.caller = caller;
    }

    public record ParkedCountOf(long events) {}

    public record DiscardRequest(@NotBlank @Size(max = 500) String reason) {}

    public record OutboxView(String service, long pendingRows, long oldestAgeSeconds) {}

    @GET
    @Path("outbox")
    @RolesAllowed({Roles.OPERATIONS, Roles.AUDITOR})
    @Operation(summary = "How far the outbox is behind")
    public OutboxView outbox() throws SQLException {
        MessagingUpkeep.OutboxState state = upkeep.outboxState();
        return new OutboxView(config.service(), state.pendingRows(), state.oldestAgeSeconds());
    }

    @GET
    @Path("parked-events")
    @RolesAllowed({Roles.OPERATIONS, Roles.AUDITOR})
    @Operation(summary = "Events that could not be applied, oldest first")
    public Page<ParkedEvents.ParkedEventView> list(
            @QueryParam("topic") String topic,
            @QueryParam("key") String key,
            @QueryParam("type") String type,
            @QueryParam("reason") String reason,
            @QueryParam("state") String state,
            @BeanParam PageParams page) {
        return parkedEvents.list(
                new Selection(null, topic, key, type, reason),
                state == null ? "PARKED" : state,
                page);
    }

    @GET
    @Path("parked-events/count")
    @RolesAllowed({Roles.OPERATIONS, Roles.AUDITOR})
    @Operation(summary = "How many parked events match: what a redrive of them would try")
    public ParkedCountOf count(
            @QueryParam("topic") String topic,
            @QueryParam("key") String key,
            @QueryParam("type") String type,
            @QueryParam("reason") String reason) {
        return new ParkedCountOf(runs.count(new Selection(null, topic, key, type, reason)));
    }

    @GET
    @Path("parked-counts")
    @RolesAllowed({Roles.OPERATIONS, Roles.AUDITOR})
    @Operation(summary = "How many events are parked, by reason, topic and type; the most first")
    public List<ParkedSummary.ParkedCountView> counts() {
        return summary.lines();
    }

    @GET
    @Path("parked-events/{id}")
    @RolesAllowed({Roles.OPERATIONS, Roles.AUDITOR})
    @Operation(summary = "One parked event with its headers and payload")
    public ParkedEvents.ParkedEventDetail get(@PathParam("id") long id) {
        return parkedEvents.get(id).orElseThrow(() -> Refused.because("NOT_FOUND").with("id", id));
    }

    @POST
    @Path("parked-events/{id}/discard")
    @RolesAllowed(Roles.OPERATIONS)
    @Operation(summary = "Give up a parked event, with the reason")
    public ParkedEvents.ParkedEventDetail discard(
            @PathParam("id") long id, @Valid @NotNull DiscardRequest request) {
        ParkedEvents.ParkedEventDetail before = get(id);
        if (!redrive.discard(id, caller.subject(), request.reason())) {
            throw Refused.because("NOT_PARKED_ANY_MORE").with("state", before.state());
        }
        return get(id);
    }

    @GET
    @Path("actions")
    @RolesAllowed({Roles.OPERATIONS, Roles.AUDITOR})
    @Operation(summary = "What operators did to parked events, the latest first")
    public Page<OperatorActions.ActionView> actions(@BeanParam PageParams page) {
        return actions.list(page);
    }
}
