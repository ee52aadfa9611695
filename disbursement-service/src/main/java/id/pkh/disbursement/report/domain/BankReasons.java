package id.pkh.disbursement.report.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The reason codes of banks that are in force on a day, and what they mean for the money. */
public final class BankReasons {

    /** The reason when the bank gives none, or one that is not in the table. */
    public static final String REASON_NOT_KNOWN = "REASON_NOT_KNOWN";

    /** Of a refusal that no bank stated, but two people found. */
    public static final String FOUND_NOT_PAID = "FOUND_NOT_PAID";

    public static final String DUPLICATE_AT_BANK = "DUPLICATE_AT_BANK";

    /** Between several reasons of one status. */
    public static final String SEPARATOR = "|";

    /**
     * Whatever the table contains, these never free a payment for a second file. The database has
     * the same constraint.
     */
    private static final Set<String> ALWAYS_DUPLICATE =
            Set.of("AM05", "DUPL", "DU01", "DU02", "DU03", "DU04", "DU05");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern BETWEEN_REASONS = Pattern.compile("\\|");
    private static final Refusal UNKNOWN = new Refusal(ReasonMeaning.ASK, REASON_NOT_KNOWN);
    private static final Refusal DUPLICATE =
            new Refusal(ReasonMeaning.DUPLICATE, DUPLICATE_AT_BANK);

    /** The meaning of a refusal, and its reason code in this service. */
    public record Refusal(ReasonMeaning meaning, String reason) {}

    /** A code of a bank with its meaning. */
    public record BankReason(String code, String reason, ReasonMeaning meaning) {}

    private final Map<String, Refusal> byCode = new HashMap<>();

    public BankReasons(Collection<BankReason> reasons) {
        reasons.forEach(one -> byCode.put(one.code(), new Refusal(one.meaning(), one.reason())));
    }

    /**
     * The meaning of all reasons together: the most careful one counts.
     *
     * @param reasons codes or own words of the bank; null where it gives none
     */
    public Refusal of(String reasons) {
        if (reasons == null) {
            return UNKNOWN;
        }
        Refusal all = null;
        for (String reason : BETWEEN_REASONS.split(reasons)) {
            Refusal one = ofOne(reason.strip().toUpperCase(Locale.ROOT));
            if (all == null || one.meaning().compareTo(all.meaning()) > 0) {
                all = one;
            }
        }
        return all == null ? UNKNOWN : all;
    }

    private Refusal ofOne(String reason) {
        Refusal known = byCode.get(reason);
        if (known != null && known.meaning() == ReasonMeaning.DUPLICATE) {
            return known;
        }
        return namesDuplicate(reason) ? DUPLICATE : known == null ? UNKNOWN : known;
    }

    /** Whether the bank states that it has the instruction already, also in its own words. */
    public static boolean namesDuplicate(String reason) {
        return Arrays.stream(BETWEEN_WORDS.split(reason.toUpperCase(Locale.ROOT)))
                .anyMatch(ALWAYS_DUPLICATE::contains);
    }

    /** The reasons as one text; null where there are none. */
    public static String together(List<String> reasons) {
        return reasons.isEmpty() ? null : String.join(SEPARATOR, reasons);
    }
}
