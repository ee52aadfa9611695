package id.pkh.platform.edge;

import id.pkh.localstack.TokenIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The tokens of these tests, and the configuration that accepts them. */
public class Tokens implements QuarkusTestResourceLifecycleManager {

    private static TokenIssuer issuer() {
        return TokenIssuer.in(Path.of("target", "keys"));
    }

    static String of(String subject) {
        return issuer().mint(subject, List.of("AUDITOR"), List.of("*"), Duration.ofMinutes(5));
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "mp.jwt.verify.publickey",
                issuer().publicKeyPem(),
                "mp.jwt.verify.issuer",
                TokenIssuer.ISSUER,
                "pkh.local-issuer.allowed",
                "true");
    }

    @Override
    public void stop() {
        // the key is deleted with the target directory
    }
}
