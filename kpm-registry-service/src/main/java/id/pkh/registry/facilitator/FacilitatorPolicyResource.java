package id.pkh.registry.facilitator;

import id.pkh.platform.policies.EntersPolicy;
import id.pkh.platform.policies.PolicyEntry;
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

/** Enters the policy of facilitators. */
@Path(PolicyVersionResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Policy versions")
public class FacilitatorPolicyResource {

    private final PolicyEntry entry;
    private final FacilitatorPolicyKind kind;

    FacilitatorPolicyResource(PolicyEntry entry, FacilitatorPolicyKind kind) {
        this.entry = entry;
        this.kind = kind;
    }

    @POST
    @Path("facilitator-policies")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(
            operationId = "enterFacilitatorPolicy",
            summary = "Enter a version of the policy of facilitators")
    @Succeeds(status = 201, meaning = "Entered; another person approves it")
    public RestResponse<PolicyVersionView> enter(
            @NotNull @Valid FacilitatorPolicyDocument document) {
        return entry.enter(kind, document);
    }
}
