package id.pkh.meeting.checkin;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Check-ins beside the list of a meeting. */
@Tag(name = "Check-in", description = "Families that checked in to a session, beside its list")
@Path("/api/v1/meetings/{id}/check-ins")
@RolesAllowed(RoleSets.MEETING_READERS)
public class MeetingCheckInResource {

    private final CheckIns checkIns;
    private final Caller caller;

    MeetingCheckInResource(CheckIns checkIns, Caller caller) {
        this.checkIns = checkIns;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listCheckIns",
            summary = "Families that checked in to a meeting, beside their marks on its list")
    public List<ComparedCheckInView> list(@PathParam("id") UUID id) {
        return checkIns.besideListOf(id, caller.areas());
    }
}
