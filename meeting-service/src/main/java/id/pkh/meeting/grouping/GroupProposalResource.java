package id.pkh.meeting.grouping;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Groups that the machine proposes and a named person settles. */
@Tag(name = "Group proposals", description = "Proposed groups for families without one")
@Path("/api/v1/group-proposals")
public class GroupProposalResource {

    private final ProposeGroups proposeGroups;
    private final ChangeProposal changeProposal;
    private final SettleProposal settleProposal;
    private final WithdrawProposal withdrawProposal;
    private final ProposalReading reading;
    private final Caller caller;

    GroupProposalResource(
            ProposeGroups proposeGroups,
            ChangeProposal changeProposal,
            SettleProposal settleProposal,
            WithdrawProposal withdrawProposal,
            ProposalReading reading,
            Caller caller) {
        this.proposeGroups = proposeGroups;
        this.changeProposal = changeProposal;
        this.settleProposal = settleProposal;
        this.withdrawProposal = withdrawProposal;
        this.reading = reading;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.MEETING_READERS)
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(operationId = "listGroupProposals", summary = "Proposals in the order of requests")
    public Page<ProposalView> list(
            @QueryParam("village") String village,
            @QueryParam("status") @CodeForm(ProposalReading.STATUS) String status,
            @BeanParam PageParams page) {
        return reading.page(village, status, caller.areas(), page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(RoleSets.MEETING_READERS)
    @Operation(operationId = "getGroupProposal", summary = "One proposal with its groups")
    public ProposalView one(@PathParam("id") UUID id) {
        return reading.one(id, caller.areas());
    }

    @POST
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({"NO_FAMILY_WITHOUT_GROUP", "PROPOSAL_OPEN", "VILLAGE_OUTSIDE_AREAS"})
    @Succeeds(status = 201, meaning = "The groups are proposed; nobody is placed yet")
    @Operation(
            operationId = "proposeGroups",
            summary = "Proposes groups for the families of a village that have none")
    public RestResponse<ProposalView> propose(@NotNull @Valid ProposalRequest request) {
        UUID id = proposeGroups.handle(request.villageCode(), caller.areas(), caller.subject());
        return ResponseBuilder.create(Status.CREATED, reading.one(id, caller.areas())).build();
    }

    @POST
    @Path("/{id}/changes")
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({
        "FAMILY_NOT_PROPOSED",
        "GROUP_CODE_INVALID",
        "GROUP_OF_OTHER_VILLAGE",
        "PROPOSAL_CHANGED",
        "PROPOSAL_CLOSED"
    })
    @Operation(
            operationId = "changeGroupProposal",
            summary = "Puts a family of a proposal into another group")
    public ProposalView change(
            @PathParam("id") UUID id, @NotNull @Valid ProposalChangeRequest request) {
        changeProposal.handle(id, request, caller.areas(), caller.subject());
        return reading.one(id, caller.areas());
    }

    @POST
    @Path("/{id}/settlement")
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({
        "DATE_IN_FUTURE",
        "GROUP_NOT_PROPOSED",
        "PLACEMENT_BEFORE_GROUP_FORMED",
        "PLACEMENT_IN_CLOSED_MONTH",
        "PROPOSAL_CHANGED",
        "PROPOSAL_CLOSED",
        "PROPOSAL_OUTDATED"
    })
    @Operation(
            operationId = "settleGroupProposal",
            summary = "Forms the proposed groups and places the families in them")
    public ProposalView settle(
            @PathParam("id") UUID id, @NotNull @Valid SettlementRequest request) {
        settleProposal.handle(id, request, caller.areas(), caller.subject());
        return reading.one(id, caller.areas());
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({"PROPOSAL_CHANGED", "PROPOSAL_CLOSED"})
    @Operation(
            operationId = "withdrawGroupProposal",
            summary = "Withdraws a proposal that is not settled")
    public ProposalView withdraw(
            @PathParam("id") UUID id, @NotNull @Valid ProposalWithdrawalRequest request) {
        withdrawProposal.handle(id, request.version(), caller.areas(), caller.subject());
        return reading.one(id, caller.areas());
    }
}
