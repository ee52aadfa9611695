package id.pkh.meeting.meeting;

import id.pkh.meeting.meeting.SettleTakingBack.Proposed;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Meetings of closed months that never took place, by two people. */
@Tag(name = "Meetings", description = "Meetings and sessions that were held")
@Path("/api/v1/meetings/{id}/taking-back-proposals")
public class TakingBackResource {

    private final TakingBackRows rows;
    private final SettleTakingBack settle;
    private final MeetingLists lists;
    private final Caller caller;

    TakingBackResource(
            TakingBackRows rows, SettleTakingBack settle, MeetingLists lists, Caller caller) {
        this.rows = rows;
        this.settle = settle;
        this.lists = lists;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.MEETING_READERS)
    @Operation(
            operationId = "listTakingBackProposals",
            summary = "What was proposed about a meeting of a closed month")
    public List<TakingBackView> list(@PathParam("id") UUID id) {
        lists.detail(id, caller.areas());
        return rows.ofMeeting(id);
    }

    @POST
    @RolesAllowed({Roles.COORDINATOR, Roles.DATA_ADMINISTRATOR})
    @Refuses({
        "CORRECTION_REASON_MISSING",
        "CORRECTION_REASON_UNFIT",
        "MEETING_OF_OPEN_MONTH",
        "MEETING_TAKEN_BACK"
    })
    @Succeeds(status = 201, meaning = "It waits for another person")
    @Succeeds(status = 200, meaning = "It was proposed before, and waits")
    @Operation(
            operationId = "proposeTakingBack",
            summary = "Proposes to take back a meeting of a closed month")
    public RestResponse<TakingBackView> propose(
            @PathParam("id") UUID id, @NotNull @Valid TakingBackRequest request) {
        Proposed proposed = settle.propose(id, request.reason(), caller.areas(), caller.subject());
        return ResponseBuilder.create(
                        proposed.isNew() ? Status.CREATED : Status.OK,
                        one(id, proposed.proposalId()))
                .build();
    }

    @POST
    @Path("/{proposalId}/confirmation")
    @RolesAllowed({Roles.COORDINATOR, Roles.DATA_ADMINISTRATOR})
    @Refuses({
        "MEETING_IS_MADE_UP_FOR",
        "MONTH_PAST_RETENTION",
        "TAKING_BACK_OF_OTHER_LIST",
        "TAKING_BACK_SAME_PERSON",
        "TAKING_BACK_SETTLED"
    })
    @Operation(
            operationId = "confirmTakingBack",
            summary = "Takes the meeting back; another person than the one who proposed it")
    public TakingBackView confirm(
            @PathParam("id") UUID id,
            @PathParam("proposalId") UUID proposalId,
            @NotNull @Valid TakingBackConfirmationRequest request) {
        settle.confirm(id, proposalId, request.revision(), caller.areas(), caller.subject());
        return one(id, proposalId);
    }

    @POST
    @Path("/{proposalId}/withdrawal")
    @RolesAllowed({Roles.COORDINATOR, Roles.DATA_ADMINISTRATOR})
    @Refuses({"TAKING_BACK_SETTLED"})
    @Operation(
            operationId = "withdrawTakingBack",
            summary = "Ends a proposal; the meeting stays on record")
    public TakingBackView withdraw(
            @PathParam("id") UUID id, @PathParam("proposalId") UUID proposalId) {
        settle.withdraw(id, proposalId, caller.areas(), caller.subject());
        return one(id, proposalId);
    }

    private TakingBackView one(UUID id, UUID proposalId) {
        return rows.one(id, proposalId).orElseThrow(() -> Refused.because("NOT_FOUND"));
    }
}
