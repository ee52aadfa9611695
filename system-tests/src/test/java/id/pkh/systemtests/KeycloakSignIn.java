package id.pkh.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people and systems get their tokens: the ways that OpenID Connect prescribes. */
final class KeycloakSignIn {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    /** Where a program that somebody runs listens for the answer; nobody does in the test. */
    private static final String BACK = "http://127.0.0.1:8765/signed-in";

    private final KeycloakServer server;

    KeycloakSignIn(KeycloakServer server) {
        this.server = server;
    }

    /** Authorization code with a proof key, the password typed into Keycloak's page. */
    String person(String username, String password) {
        String proof = UUID.randomUUID() + "-" + UUID.randomUUID();
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("client_id", "pkh-programs");
        asked.put("response_type", "code");
        asked.put("scope", "openid");
        asked.put("redirect_uri", BACK);
        asked.put("code_challenge", hashed(proof));
        asked.put("code_challenge_method", "S256");
        Web web = new Web();
        HttpResponse<String> page = web.get(endpoint("auth") + "?" + Web.form(asked));
        String back = Web.location(fillIn(web, page, username, password));
        Matcher code = CODE.matcher(back);
        assertThat(code.find()).as(back).isTrue();
        return token(
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "pkh-programs",
                        "code",
                        code.group(1),
                        "redirect_uri",
                        BACK,
                        "code_verifier",
                        proof));
    }

    /** Fills in Keycloak's page; the answer leads back to the program that sent there. */
    static HttpResponse<String> fillIn(
            Web web, HttpResponse<String> page, String username, String password) {
        return web.post(Web.action(page), Map.of("username", username, "password", password));
    }

    /** The answer to a password given to a program instead of to Keycloak. */
    HttpResponse<String> passwordToAProgram(String username, String password) {
        return new Web()
                .post(
                        endpoint("token"),
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "pkh-programs",
                                "username",
                                username,
                                "password",
                                password));
    }

    String system(String client, String secret) {
        return system(KeycloakServer.REALM, client, secret);
    }

    String system(String realm, String client, String secret) {
        return read(new Web()
                        .post(
                                server.issuer(realm) + "/protocol/openid-connect/token",
                                Map.of(
                                        "grant_type", "client_credentials",
                                        "client_id", client,
                                        "client_secret", secret)))
                .path("access_token")
                .asText();
    }

    static JsonNode claims(String token) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException unreadable) {
            throw new IllegalStateException("not a token", unreadable);
        }
    }

    private String token(Map<String, String> grant) {
        return read(new Web().post(endpoint("token"), grant)).path("access_token").asText();
    }

    private String endpoint(String name) {
        return server.issuer() + "/protocol/openid-connect/" + name;
    }

    private static JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(answer.body(), unreadable);
        }
    }

    private static String hashed(String proof) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(proof.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
