package id.pkh.disbursement.batch.domain;

import id.pkh.disbursement.payment.domain.PaymentListHash;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in files, at most 35 characters, the same however often a file is made. */
public final class MessageId {

    private static final Pattern USUAL_CODE = Pattern.compile("(\\d{4})-T(\\d{1,2})");
    private static final Pattern REFERENCE = Pattern.compile("[0-9a-fA-F]{32}");
    private static final int HASH_CHARS = 12;

    private MessageId() {}

    /**
     * {@code PKH-2026T2-BRI-001}. Any other cycle code goes in as the beginning of its hash, so
     * that two codes never become one name.
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

    /** What stands on the family's statement. */
    public static String remittanceOf(String cycleCode) {
        Matcher usual = USUAL_CODE.matcher(cycleCode);
        return usual.matches()
                ? "PKH TAHAP " + usual.group(2) + " " + usual.group(1)
                : "PKH " + cycleCode;
    }

    /** An id of ours as it stands in a file: without dashes. */
    public static String reference(UUID id) {
        return id.toString().replace("-", "");
    }

    /** The id that a reference in a bank's file stands for; empty when it is none of ours. */
    public static Optional<UUID> idOf(String reference) {
        if (reference == null || !REFERENCE.matcher(reference).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new UUID(
                        Long.parseUnsignedLong(reference.substring(0, 16), 16),
                        Long.parseUnsignedLong(reference.substring(16), 16)));
    }
}
