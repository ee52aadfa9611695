package id.pkh.verification.membership.rest;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.verification.membership.MembershipProposal;
import id.pkh.verification.membership.MembershipProposals;
import id.pkh.verification.membership.ProposeMembership;
import id.pkh.verification.membership.WithdrawProposal;
import id.pkh.verification.membership.domain.ProposalStatus;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Proposals of people that a family leaves the programme or comes back. */
@Path("/api/v1/membership-proposals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Membership proposals",
        description = "A person proposes, with evidence, that a family leaves or comes back")
public class MembershipProposalResource {

    private final MembershipProposals proposals;
    private final ProposeMembership propose;
    private final WithdrawProposal withdraw;
    private final Caller caller;

    MembershipProposalResource(
            MembershipProposals proposals,
            ProposeMembership propose,
            WithdrawProposal withdraw,
            Caller caller) {
        this.proposals = proposals;
        this.propose = propose;
        this.withdraw = withdraw;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(operationId = "listMembershipProposals", summary = "Proposals, oldest first")
    public Page<MembershipProposalView> list(
            @QueryParam("kpm") UUID kpm,
            @QueryParam("village") @Parameter(description = "Village, or an area above it")
                    String village,
            @QueryParam("status") ProposalStatus status,
            @BeanParam PageParams page) {
        List<MembershipProposal> found =
                proposals.list(
                        kpm,
                        village,
                        status,
                        caller.areas(),
                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                        page.limit() + 1);
        return Page.of(
                found,
                page.limit(),
                proposal -> new Object[] {proposal.proposalId()},
                MembershipProposalView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(operationId = "getMembershipProposal", summary = "One proposal")
    public MembershipProposalView get(@PathParam("id") UUID id) {
        return proposals
                .find(id, caller.areas())
                .map(MembershipProposalView::of)
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({RoleSets.FIELD_STAFF, Roles.MINISTRY_OFFICER})
    @Refuses({
        "EFFECTIVE_DAY_INVALID",
        "NOT_FOUND",
        "PROPOSAL_OPEN",
        "REASON_UNKNOWN",
        "STATUS_DOES_NOT_FIT"
    })
    @Succeeds(status = 201, meaning = "The proposal was recorded")
    @Operation(
            operationId = "proposeMembership",
            summary = "Propose that a family leaves the programme or comes back",
            description =
                    "It has no effect until two other people have decided on it. One proposal per family can be open.")
    public RestResponse<MembershipProposalView> propose(
            @NotNull @Valid MembershipProposalRequest request) {
        MembershipProposal proposal =
                propose.handle(
                        new ProposeMembership.Command(
                                request.kpmId(),
                                request.kind(),
                                request.reasonCode(),
                                request.note(),
                                request.evidenceReference(),
                                request.effectiveOn(),
                                caller.subject(),
                                caller.areas()));
        return ResponseBuilder.<MembershipProposalView>created(
                        URI.create("/api/v1/membership-proposals/" + proposal.proposalId()))
                .entity(MembershipProposalView.of(proposal))
                .build();
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed({RoleSets.FIELD_STAFF, Roles.MINISTRY_OFFICER})
    @Refuses({"ALREADY_DECIDED", "PROPOSAL_OF_ANOTHER", "PROPOSAL_WITHDRAWN"})
    @Operation(
            operationId = "withdrawMembershipProposal",
            summary = "Withdraw a proposal",
            description = "By the person who made it, as long as it is not decided.")
    public MembershipProposalView withdraw(@PathParam("id") UUID id) {
        return MembershipProposalView.of(withdraw.handle(id, caller.subject(), caller.areas()));
    }
}
