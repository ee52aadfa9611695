package id.pkh.platform.policies;

import id.pkh.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** Enters a fee. */
@Path(PolicyVersionResource.PATH)
public class FeeResource {

    private final PolicyEntry entry;
    private final FeeKind kind;

    FeeResource(PolicyEntry entry, FeeKind kind) {
        this.entry = entry;
        this.kind = kind;
    }

    @POST
    @Path("fees")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    public RestResponse<PolicyVersionView> enter(@NotNull @Valid FeeDocument document) {
        return entry.enter(kind, document);
    }
}
