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
    private final ByteBuffer number = ByteBuffer.allocate(Integer.BYTES);

    public PaymentListHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public PaymentListHash line(String... fields) {
        number(fields.length);
        for (String field : fields) {
            byte[] bytes = field == null ? null : field.getBytes(StandardCharsets.UTF_8);
            number(bytes == null ? -1 : bytes.length);
            if (bytes != null) {
                digest.update(bytes);
            }
        }
        return this;
    }

    private void number(int value) {
        digest.update(number.clear().putInt(value).flip());
    }

    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
