package id.pkh.registry.dci;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The public key of this registry, with which everybody may verify its signatures. */
@Path("/.well-known/jwks.json")
@Produces(MediaType.APPLICATION_JSON)
public class JwksResource {

    private final OwnKey ownKey;

    JwksResource(OwnKey ownKey) {
        this.ownKey = ownKey;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Map<String, List<Map<String, Object>>> keys() {
        return Map.of("keys", ownKey.published());
    }
}
