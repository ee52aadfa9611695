package id.pkh.platform.security;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Whether the claims that the services use have the type that they expect. A token of a provider
 * that maps them otherwise is refused as a whole: a caller without areas because of a mistake would
 * look like one who may see nothing.
 */
final class TokenClaims {

    private static final List<String> TEXTS = List.of("sub", "upn", "preferred_username", "bank");
    private static final List<String> LISTS = List.of("areas", "groups");

    private TokenClaims() {}

    static boolean areSound(JsonWebToken token) {
        return TEXTS.stream().allMatch(name -> isAbsentOrText(token.getClaim(name)))
                && LISTS.stream().allMatch(name -> isAbsentOrTexts(token.getClaim(name)));
    }

    private static boolean isAbsentOrTexts(Object claim) {
        if (claim instanceof Iterable<?> many) {
            for (Object one : many) {
                if (one == null || !isAbsentOrText(one)) {
                    return false;
                }
            }
            return true;
        }
        return isAbsentOrText(claim);
    }

    private static boolean isAbsentOrText(Object claim) {
        if (claim == null || claim == JsonValue.NULL) {
            return true;
        }
        String text = claim instanceof JsonString json ? json.getString() : null;
        text = claim instanceof String plain ? plain : text;
        return text != null && text.chars().noneMatch(Character::isISOControl);
    }
}
