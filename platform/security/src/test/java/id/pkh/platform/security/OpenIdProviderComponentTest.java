package id.pkh.platform.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.localstack.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Tokens in the form of an OpenID Connect provider are accepted after a change of the configuration
 * alone.
 */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "security"))
@WithTestResource(OpenIdProviderComponentTest.Provider.class)
class OpenIdProviderComponentTest {

    private static final String ISSUER = "https://login.example.org/realms/pkh";

    @Test
    void roles_and_areas_come_from_where_the_provider_puts_them() {
        given().auth()
                .oauth2(token(ISSUER, "17.71.08,17.72"))
                .get("/try/caller")
                .then()
                .statusCode(200)
                .body("subject", equalTo("6d2f"))
                .body("facilitator", equalTo(true))
                .body("areas", equalTo("[17.71.08, 17.72]"));
    }

    @Test
    void another_issuer_is_not_believed() {
        given().auth()
                .oauth2(token("https://other.example.org", "*"))
                .get("/try/caller")
                .then()
                .statusCode(401);
    }

    @Test
    void a_token_that_was_issued_long_ago_is_not_believed_although_it_has_not_expired() {
        Instant now = Instant.now();
        Instant tomorrow = now.plus(Duration.ofDays(1));

        caller(claims(now.minus(Duration.ofHours(11)), tomorrow)).statusCode(200);
        caller(claims(now.minus(Duration.ofHours(13)), tomorrow)).statusCode(401);
        caller(claims(now.minus(Duration.ofHours(2)), now.minus(Duration.ofHours(1))))
                .statusCode(401);
    }

    private static JwtClaimsBuilder claims(Instant issued, Instant expires) {
        return Jwt.issuer(ISSUER)
                .audience("pkh")
                .subject("6d2f")
                .claim("realm_access", Map.of("roles", List.of(Roles.FACILITATOR)))
                .issuedAt(issued)
                .expiresAt(expires);
    }

    private static ValidatableResponse caller(JwtClaimsBuilder claims) {
        String token = claims.jws().keyId("k1").sign(Provider.keys().getPrivate());
        return given().auth().oauth2(token).get("/try/caller").then();
    }

    @Test
    void a_token_for_another_system_is_not_one_for_this() {
        given().auth()
                .oauth2(token(ISSUER, "account", "*"))
                .get("/try/caller")
                .then()
                .statusCode(401);
        given().auth().oauth2(token(ISSUER, null, "*")).get("/try/caller").then().statusCode(401);
    }

    @Test
    void a_set_of_roles_is_granted_by_a_role_and_never_by_the_provider() {
        paymentsFor(Roles.AUDITOR).statusCode(200);
        paymentsFor(Roles.FACILITATOR).statusCode(403);
        paymentsFor(RoleSets.MONEY_READERS).statusCode(401);
        paymentsFor(Roles.AUDITOR, RoleSets.MINISTRY).statusCode(401);
    }

    private static ValidatableResponse paymentsFor(String... roles) {
        return given().auth().oauth2(token(ISSUER, "pkh", "*", roles)).get("/try/payments").then();
    }

    private static String token(String issuer, Object areas) {
        return token(issuer, "pkh", areas);
    }

    private static String token(String issuer, String audience, Object areas) {
        return token(issuer, audience, areas, Roles.FACILITATOR);
    }

    private static String token(String issuer, String audience, Object areas, String... roles) {
        JwtClaimsBuilder claims = Jwt.issuer(issuer);
        if (audience != null) {
            claims.audience(audience);
        }
        return claims.subject("6d2f")
                .preferredUserName("somebody")
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .claim("areas", areas)
                .jws()
                .keyId("k1")
                .sign(Provider.keys().getPrivate());
    }

    /** A provider's key set, and the settings of a deployment that uses it. */
    public static class Provider implements QuarkusTestResourceLifecycleManager {

        private static final String KEYS = "openid-provider-keys";

        @Override
        public int order() {
            return 10;
        }

        @Override
        public Map<String, String> start() {
            try {
                Path keySet = Path.of("target", "jwks.json").toAbsolutePath();
                RSAPublicKey key = (RSAPublicKey) keys().getPublic();
                Files.writeString(
                        keySet,
                        """
                        {"keys":[{"kty":"RSA","kid":"k1","use":"sig","alg":"RS256","n":"%s","e":"%s"}]}
                        """
                                .formatted(
                                        base64(key.getModulus()), base64(key.getPublicExponent())));
                return Map.of(
                        "mp.jwt.verify.publickey",
                        "NONE",
                        "mp.jwt.verify.publickey.location",
                        keySet.toUri().toString(),
                        "mp.jwt.verify.issuer",
                        ISSUER,
                        "smallrye.jwt.path.groups",
                        "realm_access/roles");
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        }

        @Override
        public void stop() {
            // the file is deleted with the target directory
        }

        /**
         * One pair for the JVM, kept as text: resource and test are loaded by different class
         * loaders.
         */
        static KeyPair keys() {
            try {
                if (System.getProperty(KEYS) == null) {
                    KeyPair made = KeyPairGenerator.getInstance("RSA").generateKeyPair();
                    String text =
                            Base64.getEncoder().encodeToString(made.getPublic().getEncoded())
                                    + " "
                                    + Base64.getEncoder()
                                            .encodeToString(made.getPrivate().getEncoded());
                    System.setProperty(KEYS, text);
                }
                String[] parts = System.getProperty(KEYS).split(" ");
                KeyFactory rsa = KeyFactory.getInstance("RSA");
                Base64.Decoder decoder = Base64.getDecoder();
                return new KeyPair(
                        rsa.generatePublic(new X509EncodedKeySpec(decoder.decode(parts[0]))),
                        rsa.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(parts[1]))));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private static String base64(BigInteger number) {
            byte[] bytes = number.toByteArray();
            byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
        }
    }
}
