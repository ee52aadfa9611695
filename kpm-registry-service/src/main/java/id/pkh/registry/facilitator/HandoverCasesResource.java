package id.pkh.registry.facilitator;

import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Language;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a successor takes over, of all services in one list. */
@Path("/api/v1/handovers/{id}/cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hand-overs")
public class HandoverCasesResource {

    private final HandoverCases cases;

    HandoverCasesResource(HandoverCases cases) {
        this.cases = cases;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(
            operationId = "listCasesOfHandover",
            summary = "List the cases of all services, and what became of each since the plan",
            description =
                    "The other services are asked in your name. One that does not answer is named,"
                            + " and what it had kept is shown as NOT_KNOWN.")
    @Succeeds(status = 200, meaning = "A page of cases, the oldest first")
    public HandoverCasesView list(
            @PathParam("id") UUID id, @BeanParam PageParams page, @Context HttpHeaders headers) {
        return cases.of(id, page, Language.of(headers));
    }
}
