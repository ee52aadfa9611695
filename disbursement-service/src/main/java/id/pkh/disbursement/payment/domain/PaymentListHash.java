package id.pkh.disbursement.payment.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over the lines of a sealed list. Each field is preceded by its length, so that two
 * different lists never give the same bytes. A missing field has length -1.
 */
public final class PaymentListHash {

    private final MessageDigest digest;

    public PaymentListHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public PaymentListHash line(String... fields) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(fields.length).flip());
        for (String field : fields) {
            byte[] bytes = field == null ? null : field.getBytes(StandardCharsets.UTF_8);
            int length = bytes == null ? -1 : bytes.length;
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
            if (bytes != null) {
                digest.update(bytes);
            }
        }
        return this;
    }

    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
