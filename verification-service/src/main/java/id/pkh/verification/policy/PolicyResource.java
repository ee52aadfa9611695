package id.pkh.verification.policy;

import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rules as data. */
@Path("/api/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Policies",
        description = "Ladders, commitments and reasons of exemption, with their legal basis")
public class PolicyResource {

    private final Policies policies;

    PolicyResource(Policies policies) {
        this.policies = policies;
    }

    @GET
    @RolesAllowed({RoleSets.PROGRAMME_READERS, Roles.EXTERNAL_SYSTEM})
    @Operation(
            operationId = "getPolicies",
            summary = "Ladders, commitments and reasons of exemption, with all their versions",
            description = "Every other kind of policy is in GET /policy-versions.")
    public PolicyView all() {
        return policies.all();
    }
}
