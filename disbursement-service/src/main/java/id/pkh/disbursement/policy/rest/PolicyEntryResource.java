package id.pkh.disbursement.policy.rest;

import id.pkh.platform.policies.EntersPolicy;
import id.pkh.platform.policies.PolicyEntry;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicyVersionResource;
import id.pkh.platform.policies.PolicyVersionView;
import id.pkh.platform.security.Roles;
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
import org.jboss.resteasy.reactive.RestResponse;

/** Enters policies, one form for each kind. */
@Path(PolicyVersionResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Policy versions")
public class PolicyEntryResource {

    static final String CODE = "[A-Z0-9][A-Z0-9._-]{0,39}";
    static final int MAX_TEXT_CHARS = 500;

    private static final String ENTERED = "Entered; another person approves it";

    private final PolicyEntry entry;
    private final PolicyKind<BenefitIndexDocument> indexes;
    private final PolicyKind<EntitlementCapsDocument> caps;
    private final PolicyKind<WithdrawalTermsDocument> withdrawals;
    private final PolicyKind<ReconciliationTermsDocument> reconciliation;

    PolicyEntryResource(
            PolicyEntry entry,
            PolicyKind<BenefitIndexDocument> indexes,
            PolicyKind<EntitlementCapsDocument> caps,
            PolicyKind<WithdrawalTermsDocument> withdrawals,
            PolicyKind<ReconciliationTermsDocument> reconciliation) {
        this.entry = entry;
        this.indexes = indexes;
        this.caps = caps;
        this.withdrawals = withdrawals;
        this.reconciliation = reconciliation;
    }

    @POST
    @Path("benefit-indexes")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(operationId = "enterBenefitIndex", summary = "Enter a version of the benefit index")
    @Succeeds(status = 201, meaning = ENTERED)
    public RestResponse<PolicyVersionView> enterIndex(
            @NotNull @Valid BenefitIndexDocument document) {
        return entry.enter(indexes, document);
    }

    @POST
    @Path("entitlement-caps")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(
            operationId = "enterEntitlementCaps",
            summary = "Enter a version of the limits of paid members")
    @Succeeds(status = 201, meaning = ENTERED)
    public RestResponse<PolicyVersionView> enterCaps(
            @NotNull @Valid EntitlementCapsDocument document) {
        return entry.enter(caps, document);
    }

    @POST
    @Path("withdrawal-terms")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(
            operationId = "enterWithdrawalTerms",
            summary = "Enter a version of the terms of withdrawals")
    @Succeeds(status = 201, meaning = ENTERED)
    public RestResponse<PolicyVersionView> enterWithdrawals(
            @NotNull @Valid WithdrawalTermsDocument document) {
        return entry.enter(withdrawals, document);
    }

    @POST
    @Path("reconciliation-terms")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(
            operationId = "enterReconciliationTerms",
            summary = "Enter a version of the terms of reconciliation with the banks")
    @Succeeds(status = 201, meaning = ENTERED)
    public RestResponse<PolicyVersionView> enterReconciliation(
            @NotNull @Valid ReconciliationTermsDocument document) {
        return entry.enter(reconciliation, document);
    }
}
