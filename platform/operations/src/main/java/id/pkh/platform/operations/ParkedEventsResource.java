package id.pkh.platform.operations;

import id.pkh.platform.messaging.redrive.Discard;
import id.pkh.platform.messaging.redrive.Redrives;
import id.pkh.platform.messaging.redrive.Selection;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.FreeText;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events that could not be applied: listed, counted, shown and discarded. */
@Path("/api/v1/operations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class ParkedEventsResource {

    private static final String PARKED = "PARKED";

    /** A type can be anything, because an event of an unknown type is parked, too. */
    private static final String TOPIC = "^[A-Za-z0-9._-]{1,249}$";

    private final ParkedEvents events;
    private final ParkedSummary summary;
    private final Redrives redrives;
    private final Discard discard;
    private final Caller caller;

    ParkedEventsResource(
            ParkedEvents events,
            ParkedSummary summary,
            Redrives redrives,
            Discard discard,
            Caller caller) {
        this.events = events;
        this.summary = summary;
        this.redrives = redrives;
        this.discard = discard;
        this.caller = caller;
    }

    @Schema(name = "MatchingEvents")
    public record ParkedCountOf(long events) {}

    public record DiscardRequest(@FreeText @NotBlank @Size(max = 500) String reason) {}

    @GET
    @Path("parked-events")
    @RolesAllowed(RoleSets.OPERATIONS_READERS)
    @Operation(
            operationId = "listParkedEvents",
            summary = "Events that could not be applied, oldest first")
    public Page<ParkedEvents.ParkedEventView> list(
            @QueryParam("topic") @CodeForm(TOPIC) String topic,
            @QueryParam("key") String key,
            @QueryParam("type") String type,
            @QueryParam("reason") @CodeForm(CodeForm.UPPER) String reason,
            @QueryParam("state") @CodeForm("^(PARKED|REDRIVEN|DISCARDED)$") String state,
            @BeanParam PageParams page) {
        return events.list(
                new Selection(null, topic, key, type, reason),
                state == null ? PARKED : state,
                caller.areas(),
                page);
    }

    @GET
    @Path("parked-events/count")
    @RolesAllowed(RoleSets.OPERATIONS_READERS)
    @Operation(
            operationId = "countParkedEvents",
            summary = "How many parked events match: what a redrive of them would try")
    public ParkedCountOf count(
            @QueryParam("topic") @CodeForm(TOPIC) String topic,
            @QueryParam("key") String key,
            @QueryParam("type") String type,
            @QueryParam("reason") @CodeForm(CodeForm.UPPER) String reason) {
        return new ParkedCountOf(redrives.count(new Selection(null, topic, key, type, reason)));
    }

    @GET
    @Path("parked-counts")
    @RolesAllowed(RoleSets.OPERATIONS_READERS)
    @Operation(
            operationId = "listParkedCounts",
            summary =
                    "How many events are parked, by reason, topic and type; the most frequent first")
    public List<ParkedSummary.ParkedCountView> counts() {
        return summary.lines();
    }

    @GET
    @Path("parked-events/{id}")
    @RolesAllowed(RoleSets.OPERATIONS_READERS)
    @Operation(
            operationId = "getParkedEvent",
            summary = "One parked event with its headers and payload",
            description =
                    "The payload, the cause and foreign headers are shown within the areas of the caller; elsewhere"
                            + " payload_hidden is true. A redrive is possible all the same.")
    public ParkedEvents.ParkedEventDetail get(@PathParam("id") long id) {
        return events.get(id, caller.areas())
                .orElseThrow(() -> Refused.because("NOT_FOUND").with("id", id));
    }

    @POST
    @Path("parked-events/{id}/discard")
    @RolesAllowed(Roles.OPERATIONS)
    @Refuses({"NOT_PARKED_ANY_MORE"})
    @Operation(
            operationId = "discardParkedEvent",
            summary = "Give up a parked event, with the reason")
    public ParkedEvents.ParkedEventDetail discard(
            @PathParam("id") long id, @Valid @NotNull DiscardRequest request) {
        ParkedEvents.ParkedEventDetail before = get(id);
        if (!discard.discard(id, caller.subject(), request.reason())) {
            throw Refused.because("NOT_PARKED_ANY_MORE").with("state", before.state());
        }
        return get(id);
    }
}
