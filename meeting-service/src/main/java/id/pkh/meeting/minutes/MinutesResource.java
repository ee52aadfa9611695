package id.pkh.meeting.minutes;

import id.pkh.meeting.minutes.MinutesRows.OfMeeting;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** What meetings were like. */
@Tag(name = "Meetings", description = "Meetings and sessions that were held")
@Path("/api/v1")
public class MinutesResource {

    private final MinutesRows rows;
    private final RecordMinutes recordMinutes;
    private final Caller caller;

    MinutesResource(MinutesRows rows, RecordMinutes recordMinutes, Caller caller) {
        this.rows = rows;
        this.recordMinutes = recordMinutes;
        this.caller = caller;
    }

    @GET
    @Path("/meetings/{id}/minutes")
    @RolesAllowed(RoleSets.MEETING_READERS)
    @Operation(operationId = "getMinutes", summary = "The minutes of a meeting as they stand")
    public MinutesView one(@PathParam("id") UUID id) {
        OfMeeting meeting = rows.require(id, caller.areas());
        return rows.latest(id)
                .map(version -> MinutesView.of(meeting, version))
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    @POST
    @Path("/meetings/{id}/minutes")
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({"CATEGORY_UNKNOWN", "MEETING_ENDS_EARLY", "NARRATIVE_TOO_LONG"})
    @Succeeds(status = 201, meaning = "The minutes were recorded")
    @Succeeds(status = 200, meaning = "The same minutes were recorded before")
    @Operation(
            operationId = "recordMinutes",
            summary = "Records the minutes of a meeting; each version is whole")
    public RestResponse<MinutesView> record(
            @PathParam("id") UUID id, @NotNull @Valid MinutesRequest request) {
        boolean isNew =
                recordMinutes.handle(id, request.minutes(), caller.areas(), caller.subject());
        return ResponseBuilder.create(isNew ? Status.CREATED : Status.OK, one(id)).build();
    }
}
