package id.pkh.platform.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.util.Base64;
import java.util.List;

/**
 * Refuses a token in which a claim that the services use has another type than they expect, before
 * anything reads it. Such a token comes from a provider that maps the claims otherwise: a caller
 * who is without areas by mistake would look like one who may see nothing.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class TokenClaims extends JWTCallerPrincipalFactory {

    private static final List<String> TEXTS = List.of("sub", "upn", "preferred_username", "bank");
    private static final List<String> LISTS = List.of("areas", "groups", "scope", "scopes");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JWTCallerPrincipalFactory verifying = new DefaultJWTCallerPrincipalFactory();

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context)
            throws ParseException {
        if (!areSound(token)) {
            throw new ParseException("a claim of the token has another type");
        }
        return verifying.parse(token, context);
    }

    private static boolean areSound(String token) {
        try {
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
            return TEXTS.stream().allMatch(name -> isAbsentOrText(claims.path(name)))
                    && LISTS.stream().allMatch(name -> isAbsentOrTexts(claims.path(name)));
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    private static boolean isAbsentOrTexts(JsonNode claim) {
        if (!claim.isArray()) {
            return isAbsentOrText(claim);
        }
        for (JsonNode one : claim) {
            if (!one.isTextual() || !isAbsentOrText(one)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAbsentOrText(JsonNode claim) {
        return claim.isMissingNode()
                || claim.isNull()
                || claim.isTextual()
                        && claim.textValue().chars().noneMatch(Character::isISOControl);
    }
}
