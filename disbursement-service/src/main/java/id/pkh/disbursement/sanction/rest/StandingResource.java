package id.pkh.disbursement.sanction.rest;

import id.pkh.disbursement.sanction.Standings;
import id.pkh.disbursement.sanction.Standings.Standing;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/standings")
@Tag(
        name = "Standings",
        description = "Steps and decisions of families, as this service has recorded them")
public class StandingResource {

    private final Standings standings;
    private final Caller caller;

    StandingResource(Standings standings, Caller caller) {
        this.standings = standings;
        this.caller = caller;
    }

    @GET
    @Path("/{kpmId}")
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(
            operationId = "getRecordedStanding",
            summary = "Warnings, steps and decisions of a family as recorded by this service")
    public StandingView of(@PathParam("kpmId") UUID kpmId) {
        Standing standing = standings.of(kpmId).orElseThrow(() -> Refused.because("NOT_FOUND"));
        caller.areas().require(standing.villageCode());
        return StandingView.of(standing);
    }
}
