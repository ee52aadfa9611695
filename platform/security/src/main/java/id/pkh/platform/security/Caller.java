package id.pkh.platform.security;

import id.pkh.platform.web.Refused;
import io.quarkus.arc.Unremovable;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The sender of this request: subject, roles and areas of the verified token. */
@RequestScoped
@Unremovable
public class Caller {

    private static final String AREAS_CLAIM = "areas";
    private static final String BANK_CLAIM = "bank";

    /** Providers write the first; a realm that maps an attribute of the user writes the second. */
    private static final List<String> SCOPE_CLAIMS = List.of("scope", "scopes");

    @Inject SecurityIdentity identity;

    private AreaScope areas;

    /** The token's {@code sub}; refuses with UNAUTHENTICATED when no user is signed in. */
    public String subject() {
        if (identity.isAnonymous()) {
            throw Refused.because("UNAUTHENTICATED");
        }
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null) {
            return token.getSubject();
        }
        return identity.getPrincipal().getName();
    }

    /**
     * The subject of a caller who acts for the whole country; refuses with AREAS_NOT_NATIONAL when
     * the areas of the token are fewer.
     */
    public String nationalSubject() {
        if (!areas().isEverywhere()) {
            throw Refused.because(SecurityRefusals.AREAS_NOT_NATIONAL);
        }
        return subject();
    }

    /** Whether the token has this scope, in its claim {@code scope} or {@code scopes}. */
    public boolean hasScope(String scope) {
        return identity.getPrincipal() instanceof JsonWebToken token
                && SCOPE_CLAIMS.stream()
                        .anyMatch(name -> ClaimWords.of(token.getClaim(name)).contains(scope));
    }

    /** The subject, or {@code other} when no signed-in user requested the work. */
    public String subjectOr(String other) {
        return identity.isAnonymous() ? other : subject();
    }

    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }

    /** The areas of the token; without an {@code areas} claim the caller sees nothing. */
    public AreaScope areas() {
        if (areas == null) {
            areas =
                    identity.getPrincipal() instanceof JsonWebToken token
                            ? AreasClaim.scopeOf(token.getClaim(AREAS_CLAIM))
                            : AreaScope.nowhere();
        }
        return areas;
    }

    /**
     * The bank that the caller represents, from the token's {@code bank} claim; most callers have
     * none.
     */
    public Optional<String> bank() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        Object claim = token.getClaim(BANK_CLAIM);
        String bank = claim instanceof JsonString text ? text.getString() : (String) claim;
        return Optional.ofNullable(bank).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** When the token expires; empty for one that does not. */
    public Optional<Instant> tokenEnds() {
        return identity.getPrincipal() instanceof JsonWebToken token
                        && token.getExpirationTime() > 0
                ? Optional.of(Instant.ofEpochSecond(token.getExpirationTime()))
                : Optional.empty();
    }

    /** The token itself, for calls to another service on behalf of the caller. */
    public String bearerToken() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token.getRawToken();
        }
        throw Refused.because("UNAUTHENTICATED");
    }
}
