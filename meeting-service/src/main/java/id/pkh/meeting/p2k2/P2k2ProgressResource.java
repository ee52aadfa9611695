package id.pkh.meeting.p2k2;

import id.pkh.meeting.group.Groups;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far a group is in P2K2. */
@Tag(name = "P2K2", description = "Modules and sessions, and how far groups are")
@Path("/api/v1/groups")
public class P2k2ProgressResource {

    private final ProgressReading reading;
    private final Groups groups;
    private final Caller caller;

    P2k2ProgressResource(ProgressReading reading, Groups groups, Caller caller) {
        this.reading = reading;
        this.groups = groups;
        this.caller = caller;
    }

    @GET
    @Path("/{code}/p2k2-progress")
    @RolesAllowed(RoleSets.MEETING_READERS)
    @Refuses({"GROUP_UNKNOWN"})
    @Operation(
            operationId = "getP2k2Progress",
            summary = "Which sessions a group held, by module, and which is next")
    public ProgressView progress(@PathParam("code") String code) {
        return reading.of(groups.require(code, caller.areas()));
    }
}
