package id.pkh.verification.decision.rest;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.verification.decision.LiftProposal;
import id.pkh.verification.decision.LiftProposalRows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Suspensions that should end. */
@Path("/api/v1/lift-proposals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
public class LiftProposalResource {

    private final LiftProposalRows proposals;
    private final Caller caller;

    LiftProposalResource(LiftProposalRows proposals, Caller caller) {
        this.proposals = proposals;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "listLiftProposals",
            summary = "Suspensions whose obligations are met again, oldest first",
            description =
                    "An officer lifts them with COMMITMENT_MET; where the policy needs no person, the service does.")
    public Page<LiftProposalView> list(
            @QueryParam("kpm") UUID kpm,
            @QueryParam("village") @Parameter(description = "Village, or an area above it")
                    String village,
            @QueryParam("open") @Parameter(description = "true: neither lifted nor withdrawn")
                    Boolean open,
            @BeanParam PageParams page) {
        List<LiftProposal> found =
                proposals.list(
                        kpm,
                        village,
                        open,
                        caller.areas(),
                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                        page.limit() + 1);
        return Page.of(
                found,
                page.limit(),
                proposal -> new Object[] {proposal.liftProposalId()},
                LiftProposalView::of);
    }
}
