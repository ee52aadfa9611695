package id.pkh.registry.duplicate;

import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.duplicate.DuplicateRequests.Distinction;
import id.pkh.registry.duplicate.DuplicateRequests.Version;
import id.pkh.registry.duplicate.DuplicateViews.DuplicateView;
import id.pkh.registry.duplicate.domain.PairState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Families that may be the same one. */
@Path("/api/v1/duplicates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Duplicates",
        description = "Families that may be the same one: a machine finds, and people decide")
public class DuplicateResource {

    private final DuplicateQueries queries;
    private final DecideDuplicate decideDuplicate;

    DuplicateResource(DuplicateQueries queries, DecideDuplicate decideDuplicate) {
        this.queries = queries;
        this.decideDuplicate = decideDuplicate;
    }

    @GET
    @RolesAllowed({Roles.DATA_ADMINISTRATOR, Roles.MINISTRY_OFFICER, Roles.AUDITOR})
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "listDuplicates",
            summary = "List pairs of families that may be the same one, the most alike first",
            description =
                    "Each pair once, and only those of which a family lies in your areas. Nothing follows"
                            + " from being on the list.")
    @Succeeds(status = 200, meaning = "A page of pairs")
    public Page<DuplicateView> list(
            @QueryParam("kpm_id") @Parameter(description = "Those of one family") UUID kpmId,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @QueryParam("state") PairState state,
            @BeanParam PageParams page) {
        return queries.list(kpmId, village, state, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.DATA_ADMINISTRATOR, Roles.MINISTRY_OFFICER, Roles.AUDITOR})
    @Operation(operationId = "getDuplicate", summary = "Show one pair with its history")
    @Succeeds(status = 200, meaning = "The pair")
    public DuplicateView one(@PathParam("id") UUID id) {
        return queries.one(id);
    }

    @POST
    @Path("/{id}/distinction")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({"DUPLICATE_NOT_IN_STATE", "DUPLICATE_VERSION_DIFFERS"})
    @Operation(
            operationId = "distinguishDuplicate",
            summary = "Record that the two are not the same",
            description =
                    "The pair does not come back, unless a name, a number, a birth date or an account of"
                            + " them changes.")
    @Succeeds(status = 200, meaning = "The pair, which is settled")
    public DuplicateView distinguish(
            @PathParam("id") UUID id, @NotNull @Valid Distinction request) {
        decideDuplicate.distinguish(id, request.version(), request.reason());
        return queries.one(id);
    }

    @POST
    @Path("/{id}/reopening")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({"DUPLICATE_NOT_IN_STATE", "DUPLICATE_VERSION_DIFFERS"})
    @Operation(operationId = "reopenDuplicate", summary = "Take back that the two are not the same")
    @Succeeds(status = 200, meaning = "The pair, which is open again")
    public DuplicateView reopen(@PathParam("id") UUID id, @NotNull @Valid Version request) {
        decideDuplicate.reopen(id, request.version());
        return queries.one(id);
    }
}
