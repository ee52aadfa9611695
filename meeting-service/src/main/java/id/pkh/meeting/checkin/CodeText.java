package id.pkh.meeting.checkin;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Codes that people can read aloud and type: digits and capitals without I, L, O and U. They also
 * make a smaller QR code than other text.
 */
final class CodeText {

    /** A card, or a session with its changing part. */
    static final String FORM = "^[0-9A-HJKMNP-TV-Z]{16}$";

    static final int CODE_CHARS = 16;
    static final int HALF_CHARS = CODE_CHARS / 2;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LAST = ALPHABET.length() - 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    private CodeText() {}

    static String random(int chars) {
        byte[] bytes = new byte[chars];
        RANDOM.nextBytes(bytes);
        return of(bytes, chars);
    }

    /** Five bits of each byte. */
    static String of(byte[] bytes, int chars) {
        StringBuilder text = new StringBuilder(chars);
        for (int i = 0; i < chars; i++) {
            text.append(ALPHABET.charAt(bytes[i] & LAST));
        }
        return text.toString();
    }

    static String randomSecret(int bytes) {
        byte[] secret = new byte[bytes];
        RANDOM.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }
}
