package id.pkh.registry.merge;

import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.client.OtherServices;
import id.pkh.registry.merge.MergeRequests.Proposal;
import id.pkh.registry.merge.MergeRequests.Rejected;
import id.pkh.registry.merge.MergeRequests.Version;
import id.pkh.registry.merge.MergeViews.MergeView;
import id.pkh.registry.merge.domain.MergeState;
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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Merges of two families that are one. */
@Path(MergeResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Duplicates")
public class MergeResource {

    static final String PATH = "/api/v1/family-merges";

    private final MergeQueries queries;
    private final ProposeMerge proposeMerge;
    private final ReviewMerge reviewMerge;

    MergeResource(MergeQueries queries, ProposeMerge proposeMerge, ReviewMerge reviewMerge) {
        this.queries = queries;
        this.proposeMerge = proposeMerge;
        this.reviewMerge = reviewMerge;
    }

    @GET
    @RolesAllowed({Roles.DATA_ADMINISTRATOR, Roles.MINISTRY_OFFICER, Roles.AUDITOR})
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(operationId = "listMerges", summary = "List merges of families, the oldest first")
    @Succeeds(status = 200, meaning = "A page of merges of which a family lies in your areas")
    public Page<MergeView> list(
            @QueryParam("kpm_id") @Parameter(description = "Those of one family") UUID kpmId,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @QueryParam("state") MergeState state,
            @BeanParam PageParams page) {
        return queries.list(kpmId, village, state, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.DATA_ADMINISTRATOR, Roles.MINISTRY_OFFICER, Roles.AUDITOR})
    @Operation(operationId = "getMerge", summary = "Show one merge with its history")
    @Succeeds(status = 200, meaning = "The merge")
    public MergeView one(@PathParam("id") UUID id) {
        return queries.one(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Idempotent
    @Refuses({
        "MERGE_ALREADY_OPEN",
        "MERGE_CHAIN",
        "MERGE_DAY_INVALID",
        "MERGE_FAMILY_CHANGED",
        "MERGE_NOT_THE_SAME",
        "MERGE_OPEN_WORK",
        "MERGE_SAME_FAMILY",
        "MERGE_STATUS_DOES_NOT_FIT",
        "NOT_FOUND"
    })
    @Operation(
            operationId = "proposeMerge",
            summary = "Propose that one of two families ends, because they are one",
            description =
                    "Nothing changes for either. Both lie in your areas, and nothing may be open about"
                            + " the family that ends.")
    @Succeeds(status = 201, meaning = "The proposal, which another person confirms")
    public RestResponse<MergeView> propose(@NotNull @Valid Proposal request) {
        UUID id = proposeMerge.handle(request);
        return ResponseBuilder.<MergeView>created(URI.create(PATH + "/" + id))
                .entity(queries.one(id))
                .build();
    }

    @POST
    @Path("/{id}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({
        "MERGE_FAMILY_CHANGED",
        "MERGE_NOT_OPEN",
        "MERGE_NOT_TAKEN",
        "MERGE_NOT_THE_SAME",
        "MERGE_OPEN_WORK",
        "MERGE_SAME_PERSON",
        "MERGE_STATUS_DOES_NOT_FIT",
        "MERGE_VERSION_DIFFERS",
        OtherServices.UNAVAILABLE
    })
    @Operation(
            operationId = "acceptMerge",
            summary = "Confirm a merge, and forward it to those who decide",
            description =
                    "It becomes a membership proposal of the verification service in your name. Two"
                            + " people there decide on it, and the family gets its notice and can appeal.")
    @Succeeds(status = 200, meaning = "The merge, which is forwarded")
    public MergeView accept(@PathParam("id") UUID id, @NotNull @Valid Version request) {
        reviewMerge.accept(id, request.version());
        return queries.one(id);
    }

    @POST
    @Path("/{id}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({"MERGE_NOT_OPEN", "MERGE_SAME_PERSON", "MERGE_VERSION_DIFFERS"})
    @Operation(operationId = "rejectMerge", summary = "Do not confirm a merge")
    @Succeeds(status = 200, meaning = "The merge, which is rejected")
    public MergeView reject(@PathParam("id") UUID id, @NotNull @Valid Rejected request) {
        reviewMerge.reject(id, request.version(), request.rejection());
        return queries.one(id);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({"MERGE_NOT_OPEN", "MERGE_VERSION_DIFFERS"})
    @Operation(
            operationId = "withdrawMerge",
            summary = "Withdraw a merge before it is confirmed",
            description =
                    "A forwarded one is withdrawn in the verification service, by the person who forwarded it.")
    @Succeeds(status = 200, meaning = "The merge, which is withdrawn")
    public MergeView withdraw(@PathParam("id") UUID id, @NotNull @Valid Version request) {
        reviewMerge.withdraw(id, request.version());
        return queries.one(id);
    }
}
