package id.pkh.registry.finding;

import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finds persons by name, for those who have no number of them. */
@Path("/api/v1/person-searches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Finding")
public class SearchResource {

    private final SearchPersons searchPersons;

    SearchResource(SearchPersons searchPersons) {
        this.searchPersons = searchPersons;
    }

    @POST
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({
        "LOOK_UP_LIMIT_REACHED",
        "PURPOSE_REQUIRED",
        "SEARCH_AREA_INVALID",
        "SEARCH_BIRTH_TWICE",
        "SEARCH_NAME_TOO_SHORT",
        "SEARCH_TOO_WIDE"
    })
    @Operation(
            operationId = "searchPersons",
            summary = "Find persons by name, with a birth date or an area",
            description =
                    "Near spellings are found too. Persons of your areas, the most alike first, each with"
                            + " what agrees. Each search is logged, with its purpose and without the name.")
    @Succeeds(status = 200, meaning = "The persons who are alike, or none")
    public SearchAnswer search(@NotNull @Valid SearchRequest request) {
        return searchPersons.handle(request);
    }
}
