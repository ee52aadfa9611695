package id.pkh.registry.history;

import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A family as it was, and who changed it. */
@Path("/api/v1/kpm")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Families")
@RolesAllowed({RoleSets.PROGRAMME_READERS, Roles.EXTERNAL_SYSTEM})
public class HistoryResource {

    private final FamilyHistory history;

    HistoryResource(FamilyHistory history) {
        this.history = history;
    }

    @GET
    @Path("/{id}/as-of")
    @Operation(
            operationId = "getFamilyAsOf",
            summary = "Show a family as it was on a day",
            description =
                    "With `valid_on` alone: as it was on that day, by all that is known today. With"
                            + " `known_on` too: by what was known at the end of that day. What was"
                            + " overwritten is answered with `not_known_before`, and never guessed.")
    @Succeeds(status = 200, meaning = "The family on that day, in ids and codes")
    public FamilyAsOfView asOf(
            @PathParam("id") UUID id,
            @QueryParam("valid_on") @Parameter(description = "today if left out") LocalDate validOn,
            @QueryParam("known_on") @Parameter(description = "today if left out")
                    LocalDate knownOn) {
        return history.asOf(id, validOn, knownOn);
    }

    @GET
    @Path("/{id}/changes")
    @Operation(
            operationId = "listFamilyChanges",
            summary = "Who changed what of a family, when and on what, the latest first")
    @Succeeds(status = 200, meaning = "A page of changes, in ids and codes")
    public Page<FamilyChangeView> changes(@PathParam("id") UUID id, @BeanParam PageParams page) {
        return history.changes(id, page);
    }
}
