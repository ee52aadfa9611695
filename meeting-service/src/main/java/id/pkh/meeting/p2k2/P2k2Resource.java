package id.pkh.meeting.p2k2;

import id.pkh.platform.security.RoleSets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is taught in P2K2. */
@Tag(name = "P2K2", description = "Modules and sessions, and how far groups are")
@Path("/api/v1/p2k2-sessions")
public class P2k2Resource {

    private final ProgressReading reading;

    P2k2Resource(ProgressReading reading) {
        this.reading = reading;
    }

    @GET
    @RolesAllowed(RoleSets.MEETING_READERS)
    @Operation(
            operationId = "listP2k2Sessions",
            summary = "The modules and sessions that apply on a day, in their order")
    public MaterialView sessions(
            @QueryParam("on") @Parameter(description = "The day; today when it is left out")
                    LocalDate on) {
        return reading.material(on);
    }
}
