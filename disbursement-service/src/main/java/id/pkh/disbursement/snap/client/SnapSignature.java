package id.pkh.disbursement.snap.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The two signatures of SNAP BI: one for a token, and one for each call with it. */
final class SnapSignature {

    private SnapSignature() {}

    /**
     * Signs the request for a token, SHA-256 with RSA.
     *
     * @param privateKeyBase64 PKCS#8
     * @throws IllegalArgumentException if it is no such key
     */
    static String ofToken(String clientId, String timestamp, String privateKeyBase64) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key(privateKeyBase64));
            signature.update((clientId + "|" + timestamp).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException unfit) {
            throw new IllegalArgumentException("the private key for SNAP BI cannot sign", unfit);
        }
    }

    private static PrivateKey key(String base64) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
    }

    /**
     * Signs a call, HMAC-SHA-512.
     *
     * @param body the JSON as it is sent, without white space between its parts
     */
    static String ofCall(
            String method,
            String path,
            String token,
            String body,
            String timestamp,
            String secret) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(body.getBytes(StandardCharsets.UTF_8));
            String signed =
                    String.join(
                            ":", method, path, token, HexFormat.of().formatHex(hash), timestamp);
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
