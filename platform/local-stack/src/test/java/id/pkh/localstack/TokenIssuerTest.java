package id.pkh.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenIssuerTest {

    @TempDir Path directory;

    @Test
    void signsWhatTheServicesAskFor() {
        TokenIssuer issuer = TokenIssuer.in(directory);

        String token =
                issuer.mint(
                        "officer \"1\"",
                        List.of("COORDINATOR", "AUDITOR"),
                        List.of("17.71.08"),
                        Duration.ofMinutes(5));

        assertThat(Jws.verifiedClaims(token, issuer.publicKey()))
                .contains(
                        "\"iss\":\"https://issuer.pkh.local\"",
                        "\"aud\":[\"pkh\"]",
                        "\"sub\":\"officer \\\"1\\\"\"",
                        "\"upn\":",
                        "\"groups\":[\"COORDINATOR\",\"AUDITOR\"]",
                        "\"areas\":[\"17.71.08\"]");
    }

    @Test
    void saysWhichBankSomebodySpeaksFor() {
        TokenIssuer issuer = TokenIssuer.in(directory);

        String token = issuer.mint("b", List.of("BANK"), List.of(), "BRI", Duration.ofMinutes(5));

        assertThat(Jws.verifiedClaims(token, issuer.publicKey())).contains("\"bank\":\"BRI\"");
    }

    @Test
    void keepsItsKeySoThatTokensOutliveARestart() {
        String token =
                TokenIssuer.in(directory).mint("s", List.of(), List.of("*"), Duration.ofMinutes(5));

        Jws.verifiedClaims(token, TokenIssuer.in(directory).publicKey());
    }

    @Test
    void publishesTheKeyToCheckWith() throws Exception {
        try (TokenIssuer issuer = TokenIssuer.in(directory).serve(0)) {
            String discovery = get(issuer.address() + "/.well-known/openid-configuration");
            assertThat(discovery).contains("https://issuer.pkh.local", issuer.address() + "/jwks");

            String keys = get(issuer.address() + "/jwks");
            String modulus = keys.replaceAll(".*\"n\":\"([^\"]+)\".*", "$1");
            assertThat(new BigInteger(1, Base64.getUrlDecoder().decode(modulus)))
                    .isEqualTo(issuer.publicKey().getModulus());
        }
    }

    private static String get(String address) throws IOException, InterruptedException {
        HttpResponse<String> response =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(address)).build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }
}
