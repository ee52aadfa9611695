package id.pkh.localstack;

import java.time.Duration;
import java.util.List;

/** Bearer tokens that an application under {@link LocalStackResource} accepts. */
public final class TestTokens {

    private static final Duration VALID_FOR = Duration.ofHours(1);

    private TestTokens() {}

    public static String token(String subject, List<String> roles, List<String> areas) {
        return LocalStackResource.issuer().mint(subject, roles, areas, VALID_FOR);
    }

    /** A token of a caller who represents a bank. */
    public static String bankToken(String subject, List<String> roles, String bank) {
        return LocalStackResource.issuer().mint(subject, roles, List.of(), bank, VALID_FOR);
    }

    /** A token that expires soon. */
    public static String brief(String subject, List<String> roles, Duration validFor) {
        return LocalStackResource.issuer().mint(subject, roles, List.of("*"), validFor);
    }

    /** A token that expired an hour ago. */
    public static String expired(String subject, List<String> roles, List<String> areas) {
        return LocalStackResource.issuer().mint(subject, roles, areas, VALID_FOR.negated());
    }
}
