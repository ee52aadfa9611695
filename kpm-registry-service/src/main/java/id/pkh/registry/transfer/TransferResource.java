package id.pkh.registry.transfer;

import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.transfer.TransferRequests.Confirmation;
import id.pkh.registry.transfer.TransferRequests.Proposal;
import id.pkh.registry.transfer.TransferRequests.Rejected;
import id.pkh.registry.transfer.domain.TransferCodes.TransferState;
import id.pkh.registry.transfer.domain.TransferRule;
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

/** Children who live with another family. */
@Path(TransferResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Duplicates")
public class TransferResource {

    static final String PATH = "/api/v1/child-transfers";

    private final TransferQueries queries;
    private final ProposeTransfer proposeTransfer;
    private final DecideTransfer decideTransfer;

    TransferResource(
            TransferQueries queries,
            ProposeTransfer proposeTransfer,
            DecideTransfer decideTransfer) {
        this.queries = queries;
        this.proposeTransfer = proposeTransfer;
        this.decideTransfer = decideTransfer;
    }

    @GET
    @RolesAllowed({
        Roles.FACILITATOR,
        Roles.COORDINATOR,
        Roles.DATA_ADMINISTRATOR,
        Roles.MINISTRY_OFFICER,
        Roles.AUDITOR
    })
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "listTransfers",
            summary = "List transfers of children, the oldest first")
    @Succeeds(status = 200, meaning = "A page of transfers of which a family lies in your areas")
    public Page<TransferView> list(
            @QueryParam("kpm_id") @Parameter(description = "Those of one family") UUID kpmId,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @QueryParam("state") TransferState state,
            @BeanParam PageParams page) {
        return queries.list(kpmId, village, state, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.FACILITATOR,
        Roles.COORDINATOR,
        Roles.DATA_ADMINISTRATOR,
        Roles.MINISTRY_OFFICER,
        Roles.AUDITOR
    })
    @Operation(operationId = "getTransfer", summary = "Show one transfer")
    @Succeeds(status = 200, meaning = "The transfer")
    public TransferView one(@PathParam("id") UUID id) {
        return queries.one(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FACILITATOR, Roles.COORDINATOR, Roles.DATA_ADMINISTRATOR})
    @Idempotent
    @Refuses({
        "KPM_CLOSED",
        "MEMBER_DECEASED",
        "NOT_A_MEMBER",
        "NOT_FOUND",
        "TRANSFER_ALREADY_OPEN",
        "TRANSFER_FAMILY_CHANGED",
        "TRANSFER_OPEN_UPDATE",
        "TRANSFER_SAME_FAMILY",
        TransferRule.DAY_INVALID,
        TransferRule.NOT_A_CHILD
    })
    @Operation(
            operationId = "proposeTransfer",
            summary = "Propose that a child belongs to another family",
            description =
                    "The family in which it lived lies in your areas. Nothing changes until a data"
                            + " administrator of the other family confirms it.")
    @Succeeds(status = 201, meaning = "The proposal, which another person confirms")
    public RestResponse<TransferView> propose(@NotNull @Valid Proposal request) {
        UUID id = proposeTransfer.handle(request);
        return ResponseBuilder.<TransferView>created(URI.create(PATH + "/" + id))
                .entity(queries.one(id))
                .build();
    }

    @POST
    @Path("/{id}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({
        "KPM_CLOSED",
        "MEMBER_DECEASED",
        "NOT_A_MEMBER",
        "TRANSFER_FAMILY_CHANGED",
        "TRANSFER_NOT_OPEN",
        "TRANSFER_OPEN_UPDATE",
        "TRANSFER_SAME_PERSON",
        TransferRule.DAY_INVALID,
        TransferRule.NOT_A_CHILD
    })
    @Operation(
            operationId = "confirmTransfer",
            summary = "Confirm that a child lives with a family of your area",
            description =
                    "The child and its component belong to the other family from the day on. Both families"
                            + " are notified. It is undone by a transfer back.")
    @Succeeds(status = 200, meaning = "The transfer, which is in effect")
    public TransferView confirm(@PathParam("id") UUID id, @NotNull @Valid Confirmation request) {
        decideTransfer.confirm(id, request.toVersion());
        return queries.one(id);
    }

    @POST
    @Path("/{id}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({"TRANSFER_NOT_OPEN", "TRANSFER_SAME_PERSON"})
    @Operation(operationId = "rejectTransfer", summary = "Do not confirm a transfer")
    @Succeeds(status = 200, meaning = "The transfer, which is rejected")
    public TransferView reject(@PathParam("id") UUID id, @NotNull @Valid Rejected request) {
        decideTransfer.reject(id, request.rejection());
        return queries.one(id);
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed({Roles.FACILITATOR, Roles.COORDINATOR, Roles.DATA_ADMINISTRATOR})
    @Refuses({"TRANSFER_NOT_OPEN"})
    @Operation(
            operationId = "withdrawTransfer",
            summary = "Withdraw a transfer before it is decided")
    @Succeeds(status = 200, meaning = "The transfer, which is withdrawn")
    public TransferView withdraw(@PathParam("id") UUID id) {
        decideTransfer.withdraw(id);
        return queries.one(id);
    }
}
