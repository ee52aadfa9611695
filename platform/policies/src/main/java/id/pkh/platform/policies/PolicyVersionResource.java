package id.pkh.platform.policies;

import id.pkh.platform.policies.PolicyVersionRequests.Named;
import id.pkh.platform.policies.PolicyVersionRequests.WithReason;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Versions of policies: what waits, what applies, and the acts of people. */
@Path(PolicyVersionResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policy versions", description = "Policies entered by one person, approved by another")
public class PolicyVersionResource {

    public static final String PATH = "/api/v1/policy-versions";

    private final PolicyVersions versions;
    private final PolicyKinds kinds;
    private final DecidePolicy decidePolicy;
    private final RevokePolicy revokePolicy;
    private final PolicyVersionViews views;
    private final Caller caller;

    PolicyVersionResource(
            PolicyVersions versions,
            PolicyKinds kinds,
            DecidePolicy decidePolicy,
            RevokePolicy revokePolicy,
            PolicyVersionViews views,
            Caller caller) {
        this.versions = versions;
        this.kinds = kinds;
        this.decidePolicy = decidePolicy;
        this.revokePolicy = revokePolicy;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"POLICY_KIND_UNKNOWN", "POLICY_STATUS_UNKNOWN"})
    @Operation(
            operationId = "listPolicyVersions",
            summary = "Versions in the order in which they were entered",
            description = "With status=WAITING, what waits for a second person.")
    public Page<PolicyVersionView> list(
            @QueryParam("status") @Parameter(schema = @Schema(implementation = PolicyStatus.class))
                    String status,
            @QueryParam("kind") String kind,
            @BeanParam PageParams page) {
        kinds.requireKnown(kind);
        List<PolicyVersion> found =
                versions.list(
                        status(status),
                        kind,
                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                        page.limit() + 1);
        return Page.of(
                found, page.limit(), version -> new Object[] {version.versionId()}, views::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(operationId = "getPolicyVersion", summary = "One version")
    public PolicyVersionView get(@PathParam("id") UUID id) {
        return views.of(versions.find(id).orElseThrow(() -> Refused.because("NOT_FOUND")));
    }

    @POST
    @Path("{id}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleSets.MINISTRY)
    @EntersPolicy
    @Refuses({"POLICY_HASH_DIFFERS", "POLICY_NOT_WAITING", "POLICY_SAME_PERSON"})
    @Operation(
            operationId = "approvePolicyVersion",
            summary = "Approve a version that another person has entered",
            description = "It applies from its first day, without a restart of anything.")
    public PolicyVersionView approve(@PathParam("id") UUID id, @NotNull @Valid Named request) {
        return views.of(decidePolicy.approve(id, request.sha256(), caller.nationalSubject()));
    }

    @POST
    @Path("{id}/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleSets.MINISTRY)
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "POLICY_HASH_DIFFERS",
        "POLICY_NOT_WAITING",
        "TEXT_HAS_CONTROL_CHARACTER",
        "TEXT_HAS_LONG_NUMBER"
    })
    @Operation(
            operationId = "refusePolicyVersion",
            summary = "Refuse a version that waits",
            description = "The person who entered it withdraws it in this way.")
    public PolicyVersionView refuse(@PathParam("id") UUID id, @NotNull @Valid WithReason request) {
        return views.of(
                decidePolicy.refuse(
                        id, request.sha256(), request.reason(), caller.nationalSubject()));
    }

    @POST
    @Path("{id}/revocation-proposal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleSets.MINISTRY)
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "POLICY_HASH_DIFFERS",
        "POLICY_IN_FORCE",
        "POLICY_LEAVES_GAP",
        "POLICY_NOT_APPROVED",
        "POLICY_REVOCATION_PROPOSED",
        "TEXT_HAS_CONTROL_CHARACTER",
        "TEXT_HAS_LONG_NUMBER"
    })
    @Operation(
            operationId = "proposePolicyRevocation",
            summary = "Propose to take back an approved version before its first day")
    public PolicyVersionView proposeRevocation(
            @PathParam("id") UUID id, @NotNull @Valid WithReason request) {
        return views.of(
                revokePolicy.propose(
                        id, request.sha256(), request.reason(), caller.nationalSubject()));
    }

    @POST
    @Path("{id}/revocation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(RoleSets.MINISTRY)
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "POLICY_HASH_DIFFERS",
        "POLICY_IN_FORCE",
        "POLICY_LEAVES_GAP",
        "POLICY_NOT_APPROVED",
        "POLICY_REVOCATION_NOT_PROPOSED",
        "POLICY_SAME_PERSON"
    })
    @Operation(
            operationId = "revokePolicyVersion",
            summary = "Take back an approved version, as another person has proposed")
    public PolicyVersionView revoke(@PathParam("id") UUID id, @NotNull @Valid Named request) {
        return views.of(revokePolicy.revoke(id, request.sha256(), caller.nationalSubject()));
    }

    private static PolicyStatus status(String status) {
        if (status == null) {
            return null;
        }
        try {
            return PolicyStatus.valueOf(status);
        } catch (IllegalArgumentException unknown) {
            throw Refused.because("POLICY_STATUS_UNKNOWN", unknown).with("status", status);
        }
    }
}
