package id.pkh.disbursement.withdrawal.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The reported withdrawals that a person who did not report them asks the family about. Who knows
 * the id of the payment and the hash of the cycle's seal can repeat the choice; no one can make it.
 */
public final class CallBackSample {

    private static final int PARTS = 10_000;

    private CallBackSample() {}

    /**
     * @param seed the hash of the list that two people sealed
     */
    public static boolean includes(UUID paymentId, String seed, int percent) {
        return placeOf(paymentId, seed) < percent * (PARTS / 100);
    }

    /** The place of a payment, from 0 to 9999; a greater percentage includes a smaller one. */
    static int placeOf(UUID paymentId, String seed) {
        byte[] text = (seed + ":" + paymentId).getBytes(StandardCharsets.UTF_8);
        return (int) Long.remainderUnsigned(ByteBuffer.wrap(sha256(text)).getLong(), PARTS);
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
