package id.pkh.localstack;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Bearer tokens that an application under {@link LocalStackResource} accepts. */
public final class TestTokens {

    private static final Duration VALID_FOR = Duration.ofHours(1);
    private static final List<String> BULK_SCOPES =
            List.of("compliance.read", "payments.read", "statistics.read");
    private static final Map<List<Object>, String> SIGNED = new ConcurrentHashMap<>();

    private TestTokens() {}

    /** Signed once for each holder, because tests ask for the same token thousands of times. */
    public static String token(String subject, List<String> roles, List<String> areas) {
        return SIGNED.computeIfAbsent(
                List.of(subject, roles, areas),
                holder ->
                        LocalStackResource.issuer()
                                .mint(subject, roles, areas, null, scopesOf(roles), VALID_FOR));
    }

    /** Another system reads nothing in bulk without them. */
    private static List<String> scopesOf(List<String> roles) {
        return roles.contains("EXTERNAL_SYSTEM") ? BULK_SCOPES : List.of();
    }

    /** A token of a caller who represents a bank. */
    public static String bankToken(String subject, List<String> roles, String bank) {
        return SIGNED.computeIfAbsent(
                List.of(subject, roles, List.of(), bank),
                holder ->
                        LocalStackResource.issuer()
                                .mint(subject, roles, List.of(), bank, VALID_FOR));
    }

    /** A token that expires soon. */
    public static String brief(String subject, List<String> roles, Duration validFor) {
        return LocalStackResource.issuer().mint(subject, roles, List.of("*"), validFor);
    }

    /**
     * A token in which some claims are replaced.
     *
     * @param claims JSON by the name of the claim
     */
    public static String withClaims(List<String> roles, Map<String, String> claims) {
        Map<String, String> all = new TreeMap<>();
        all.put("iss", quoted(TokenIssuer.ISSUER));
        all.put("aud", quoted(TokenIssuer.AUDIENCE));
        all.put("sub", quoted("someone-1"));
        all.put("upn", quoted("someone-1"));
        all.put("groups", list(roles));
        all.put("areas", list(List.of("*")));
        if (!scopesOf(roles).isEmpty()) {
            all.put("scope", list(scopesOf(roles)));
        }
        all.put("iat", String.valueOf(Instant.now().getEpochSecond()));
        all.put("exp", String.valueOf(Instant.now().plus(VALID_FOR).getEpochSecond()));
        all.putAll(claims);
        return LocalStackResource.issuer()
                .signed(
                        all.entrySet().stream()
                                .map(claim -> quoted(claim.getKey()) + ":" + claim.getValue())
                                .collect(Collectors.joining(",", "{", "}")));
    }

    private static String list(List<String> texts) {
        return texts.stream().map(TestTokens::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    /** A token that expired an hour ago. */
    public static String expired(String subject, List<String> roles, List<String> areas) {
        return LocalStackResource.issuer().mint(subject, roles, areas, VALID_FOR.negated());
    }

    /** The key that verifies them. */
    public static String publicKeyPem() {
        return LocalStackResource.issuer().publicKeyPem();
    }
}
