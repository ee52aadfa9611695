package id.pkh.disbursement.batch.domain;

import id.pkh.disbursement.payment.domain.PaymentListHash;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identifiers in payment files. They have at most 35 characters and are the same each time a
 * file is written.
 */
public final class MessageId {

    private static final Pattern OF_A_BATCH =
            Pattern.compile("PKH-(\\d{4}T\\d{1,2}|X[0-9a-f]{12})-[A-Z][A-Z0-9]{1,19}-\\d{3,}");
    private static final Pattern USUAL_CODE = Pattern.compile("(\\d{4})-T(\\d{1,2})");
    private static final int REFERENCE_CHARS = 32;
    private static final int HASH_CHARS = 12;

    private MessageId() {}

    /**
     * The message id of a batch, such as {@code PKH-2026T2-BRI-001}. A cycle code of another form
     * is replaced by the beginning of its hash, so that two codes never give the same message id.
     */
    public static String of(String cycleCode, String bank, int fileNo) {
        Matcher usual = USUAL_CODE.matcher(cycleCode);
        String cycle =
                usual.matches()
                        ? usual.group(1) + "T" + usual.group(2)
                        : "X"
                                + new PaymentListHash()
                                        .line(cycleCode)
                                        .hex()
                                        .substring(0, HASH_CHARS);
        return "PKH-%s-%s-%03d".formatted(cycle, bank, fileNo);
    }

    /** Whether a reference in a bank's file is written like the message id of a batch. */
    public static boolean isMessageId(String reference) {
        return reference != null && OF_A_BATCH.matcher(reference).matches();
    }

    /** The text on the family's bank statement. */
    public static String remittanceOf(String cycleCode) {
        Matcher usual = USUAL_CODE.matcher(cycleCode);
        return usual.matches()
                ? "PKH TAHAP " + usual.group(2) + " " + usual.group(1)
                : "PKH " + cycleCode;
    }

    /** An id as it is written in a file: without dashes. */
    public static String reference(UUID id) {
        return id.toString().replace("-", "");
    }

    /** Whether the text is exactly the id with these bits, as it is written in a file. */
    public static boolean isReference(String text, long high, long low) {
        return text != null
                && text.length() == REFERENCE_CHARS
                && isHex(text, 0, high)
                && isHex(text, REFERENCE_CHARS / 2, low);
    }

    private static boolean isHex(String text, int from, long bits) {
        for (int i = 0; i < REFERENCE_CHARS / 2; i++) {
            int digit = (int) (bits >>> (REFERENCE_CHARS / 2 - 1 - i) * 4) & 0xf;
            if (text.charAt(from + i) != (digit < 10 ? '0' + digit : 'a' + digit - 10)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The id that a reference in a bank's file represents; empty when the reference is not an id of
     * this service.
     */
    public static Optional<UUID> idOf(String reference) {
        if (reference == null || reference.length() != REFERENCE_CHARS) {
            return Optional.empty();
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < REFERENCE_CHARS; i++) {
            char c = reference.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return Optional.empty();
            }
            high = high << 4 | low >>> 60;
            low = low << 4 | digit;
        }
        return Optional.of(new UUID(high, low));
    }
}
