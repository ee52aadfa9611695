package id.pkh.registry.dci;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.registry.dci.domain.DciError;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * Signatures over header and message: a JWS in the compact form, whose payload is the JSON object
 * {@code {"header": …, "message": …}} itself. It carries what it signs, so neither side has to
 * write the JSON in one certain way.
 */
@ApplicationScoped
class Signatures {

    private static final AlgorithmConstraints ALLOWED =
            new AlgorithmConstraints(
                    ConstraintType.PERMIT,
                    AlgorithmIdentifiers.EDDSA,
                    AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                    AlgorithmIdentifiers.RSA_USING_SHA256,
                    AlgorithmIdentifiers.RSA_PSS_USING_SHA256);

    private final ObjectMapper json;
    private final OwnKey ownKey;

    Signatures(ObjectMapper json, OwnKey ownKey) {
        this.json = json;
        this.ownKey = ownKey;
    }

    static String algorithmOf(PublicJsonWebKey key) {
        return switch (key.getKeyType()) {
            case "OKP" -> AlgorithmIdentifiers.EDDSA;
            case "EC" -> AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
            default -> AlgorithmIdentifiers.RSA_USING_SHA256;
        };
    }

    /** The signature of an answer. */
    String of(Map<String, Object> header, Map<String, Object> message) {
        PublicJsonWebKey key = ownKey.require();
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(text(Map.of("header", header, "message", message)));
        jws.setKey(key.getPrivateKey());
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setAlgorithmHeaderValue(algorithmOf(key));
        try {
            return jws.getCompactSerialization();
        } catch (JoseException failed) {
            throw new IllegalStateException("an answer was not signed", failed);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Refuses an envelope that its sender has not signed, if it has to. */
    void require(Sender sender, JsonNode envelope, Instant now) {
        if (!sender.mustSign()) {
            return;
        }
        JsonNode signature = envelope.path("signature");
        if (!signature.isTextual() || signature.textValue().isBlank()) {
            throw new DciRefused(DciError.SIGNATURE_MISSING, "signature is missing");
        }
        if (!isSound(sender, signature.textValue(), envelope, now)) {
            throw new DciRefused(
                    DciError.SIGNATURE_INVALID,
                    "signature must be a JWS of {header, message} with a key of the sender");
        }
    }

    private boolean isSound(Sender sender, String signature, JsonNode envelope, Instant now) {
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(ALLOWED);
            jws.setCompactSerialization(signature);
            PublicJsonWebKey key =
                    sender.keys().stream()
                            .filter(each -> each.getKeyId().equals(jws.getKeyIdHeaderValue()))
                            .filter(each -> isValid(each, now))
                            .findFirst()
                            .orElse(null);
            if (key == null) {
                return false;
            }
            jws.setKey(key.getPublicKey());
            if (!jws.verifySignature()) {
                return false;
            }
            JsonNode signed = json.readTree(jws.getPayload());
            return signed.path("header").equals(envelope.path("header"))
                    && signed.path("message").equals(envelope.path("message"));
        } catch (JoseException | JsonProcessingException unsound) {
            return false;
        }
    }

    /** A key may say from when and until when it counts, in seconds, as tokens do. */
    private static boolean isValid(PublicJsonWebKey key, Instant now) {
        Number from = key.getOtherParameterValue("nbf", Number.class);
        Number until = key.getOtherParameterValue("exp", Number.class);
        long second = now.getEpochSecond();
        return (from == null || from.longValue() <= second)
                && (until == null || second < until.longValue());
    }
}
