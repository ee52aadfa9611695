package id.pkh.registry.dci;

import static id.pkh.registry.dci.DciClient.byNumber;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.dci.DciClient.Got;
import id.pkh.registry.support.TestPeople;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Signatures, made and verified with the JDK alone. */
@QuarkusTest
class DciSignatureComponentTest extends RegistryComponentTest {

    /** The private parts of the keys of a sender of the tests, which exist nowhere else. */
    private static final String PRESENT = "BdTroEUEV6WuJJxzBZf0iuq9RN8AaJAm0zzrM3s5PKI";

    private static final String EXPIRED = "-7i_LIdM812UpECA-GbF7PsJqMKHqTqeawfJBu5DGmU";
    private static final DciClient SPMIS = DciClient.signing("social");

    private static String message() {
        return DciClient.search(
                DciClient.request("ref-1", byNumber("UIN", TestPeople.woman("1985-03-02"))));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String signature(String kid, String secret, String header, String message)
            throws GeneralSecurityException {
        String signed =
                encoded(bytes("{\"alg\":\"EdDSA\",\"kid\":\"%s\"}".formatted(kid)))
                        + "."
                        + encoded(
                                bytes("{\"message\":%s,\"header\":%s}".formatted(message, header)));
        PrivateKey key =
                KeyFactory.getInstance("Ed25519")
                        .generatePrivate(
                                new EdECPrivateKeySpec(
                                        NamedParameterSpec.ED25519,
                                        Base64.getUrlDecoder().decode(secret)));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(bytes(signed));
        return signed + "." + encoded(signature.sign());
    }

    private static String envelope(String signature, String header, String message) {
        return """
               {"signature": "%s", "header": %s, "message": %s}"""
                .formatted(signature, header, message);
    }

    private static void refused(String body, String code) {
        Got got = SPMIS.sendWrong("sync/search", body);
        assertThat(got.status()).isEqualTo(401);
        assertThat(got.error()).isEqualTo(code);
    }

    @Test
    void aSenderWithKeysHasToSignAndItsRegisteredPurposeCounts() throws Exception {
        String header = SPMIS.header("search", 1, "");
        String message = message().replace("\"a claim at the desk\"", "\"\"");
        Got got =
                SPMIS.send(
                        "sync/search",
                        envelope(
                                signature("spmis-2026", PRESENT, header, message),
                                header,
                                message));
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.at("/message/search_response/0/status")).isEqualTo("succ");
        assertThat(
                        tables.text(
                                "SELECT purpose FROM look_up WHERE caller = ?"
                                        + " ORDER BY look_up_id DESC LIMIT 1",
                                "system-spmis"))
                .isEqualTo("payments of the regency");
    }

    @Test
    void updatesAreSignedAsEverythingElse() throws Exception {
        DciClient ibr = DciClient.signing("ibr");
        String updates = "sync/enrollment/updates";
        String header = ibr.header("notify", 1, ", \"status\": \"succ\"");
        String message =
                """
                {"transaction_id": "t", "enrolled_updates": {"beneficiaries": [{"@type": "Beneficiary"}]}}""";
        Got unsigned = ibr.sendWrong(updates, DciClient.envelope(header, message));
        assertThat(unsigned.error()).isEqualTo("err.signature.missing");
        Got signed =
                ibr.send(
                        updates,
                        envelope(
                                signature("spmis-2026", PRESENT, header, message),
                                header,
                                message));
        assertThat(signed.at("/message/enrolled_response/0/status")).isEqualTo("rjct");
        assertThat(signed.at("/signature")).isNotBlank();
    }

    @Test
    void whatIsNotSignedAsItStandsIsRefused() throws Exception {
        String header = SPMIS.header("search", 1, "");
        String message = message();
        refused(DciClient.envelope(header, message), "err.signature.missing");
        refused(envelope("", header, message), "err.signature.missing");
        refused(envelope("invalid-signature", header, message), "err.signature.invalid");
        String sound = signature("spmis-2026", PRESENT, header, message);
        refused(
                envelope(sound, header, message.replace("ref-1", "ref-2")),
                "err.signature.invalid");
        refused(envelope(sound, SPMIS.header("search", 1, ""), message), "err.signature.invalid");
        refused(
                envelope(signature("spmis-2025", EXPIRED, header, message), header, message),
                "err.signature.invalid");
        refused(
                envelope(signature("spmis-2026", EXPIRED, header, message), header, message),
                "err.signature.invalid");
        refused(
                envelope(signature("another", PRESENT, header, message), header, message),
                "err.signature.invalid");
        String unsigned =
                encoded(bytes("{\"alg\":\"none\",\"kid\":\"spmis-2026\"}"))
                        + sound.substring(sound.indexOf('.'), sound.lastIndexOf('.') + 1);
        refused(envelope(unsigned, header, message), "err.signature.invalid");
    }

    @Test
    void everyAnswerIsSignedWithAPublishedKey() throws Exception {
        Got got =
                DciClient.of("social", DciClient.SCOPES)
                        .searchNow(byNumber("UIN", TestPeople.woman("1985-03-02")));
        String[] parts = got.at("/signature").split("\\.");
        JsonNode jwsHeader = DciClient.JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
        JsonNode keys =
                DciClient.JSON.readTree(
                        RestAssured.given().get("/.well-known/jwks.json").asString());
        assertThat(keys.at("/keys/0/kid")).isEqualTo(jwsHeader.path("kid"));
        assertThat(keys.at("/keys/0").has("d")).as("the private part").isFalse();

        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(publicKey(keys.at("/keys/0/x").asText()));
        signature.update(bytes(parts[0] + "." + parts[1]));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        JsonNode signed = DciClient.JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(signed.path("header")).isEqualTo(got.json().path("header"));
        assertThat(signed.path("message")).isEqualTo(got.json().path("message"));
    }

    /** A point is written with its lowest byte first, and the highest bit says whether x is odd. */
    private static PublicKey publicKey(String x) throws GeneralSecurityException {
        byte[] point = Base64.getUrlDecoder().decode(x);
        byte[] number = new byte[point.length];
        for (int i = 0; i < point.length; i++) {
            number[i] = point[point.length - 1 - i];
        }
        boolean isOdd = (number[0] & 0x80) != 0;
        number[0] &= 0x7F;
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new EdECPublicKeySpec(
                                NamedParameterSpec.ED25519,
                                new EdECPoint(isOdd, new BigInteger(1, number))));
    }
}
