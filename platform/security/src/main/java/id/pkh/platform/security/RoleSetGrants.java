package id.pkh.platform.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Gives a caller the names of the {@link RoleSets} that contain one of the caller's roles. A token
 * that names a set itself is refused: only this class may grant one.
 */
@ApplicationScoped
class RoleSetGrants implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getRoles().stream().anyMatch(RoleSets::isSet)) {
            return Uni.createFrom()
                    .failure(new AuthenticationFailedException("a token names a set of roles"));
        }
        return Uni.createFrom()
                .item(
                        QuarkusSecurityIdentity.builder(identity)
                                .addRoles(RoleSets.containing(identity.getRoles()))
                                .build());
    }
}
