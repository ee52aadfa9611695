package id.pkh.meeting.checkin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The code that a session shows: its handle, which stays, and an HMAC of the time step, which
 * changes (as RFC 6238 does, with letters). Whoever sends it was where it is shown a moment ago.
 */
final class SessionCode {

    private static final String HMAC = "HmacSHA256";

    private SessionCode() {}

    static String of(CheckInSession session, Instant now) {
        return of(session, session.steps().of(now));
    }

    /** Whether a code is one that the session has shown a moment ago. */
    static boolean isAccepted(CheckInSession session, String code, Instant now) {
        boolean accepted = false;
        for (long step : session.steps().acceptedAt(now)) {
            accepted |=
                    MessageDigest.isEqual(
                            of(session, step).getBytes(StandardCharsets.US_ASCII),
                            code.getBytes(StandardCharsets.US_ASCII));
        }
        return accepted;
    }

    static String handleOf(String code) {
        return code.substring(0, CodeText.HALF_CHARS);
    }

    private static String of(CheckInSession session, long step) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(session.secret()), HMAC));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            return session.handle() + CodeText.of(hash, CodeText.HALF_CHARS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
