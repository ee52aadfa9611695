package id.pkh.meeting.checkin;

import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The telephone of a family, which cannot sign in. Both codes together are the permission. */
@Tag(name = "Check-in", description = "Families that checked in to a session, beside its list")
@Path("/api/v1/check-ins")
public class CheckInResource {

    private final CheckInFamily checkInFamily;

    CheckInResource(CheckInFamily checkInFamily) {
        this.checkInFamily = checkInFamily;
    }

    @POST
    @PermitAll
    @Refuses({"CHECK_IN_REFUSED"})
    @Succeeds(status = 204, meaning = "The family has checked in, now or before")
    @Operation(
            operationId = "checkIn",
            summary = "A family checks in with the code that the session shows and its card",
            description =
                    "A code that is late, of another session or unknown, and a card that was replaced"
                            + " or is of a family of another group, are answered in the same way.")
    public RestResponse<Void> checkIn(@NotNull @Valid CheckInRequest request) {
        checkInFamily.byPhone(request);
        return RestResponse.noContent();
    }
}
