package id.pkh.disbursement.report.domain;

import java.util.regex.Pattern;

/**
 * An amount as a bank wrote it: whole rupiah, or a fault with a name. It is never rounded.
 *
 * @param idr null when it is no whole amount of rupiah
 * @param fault null when it is one
 */
public record ReportedAmount(Long idr, String fault) {

    public static final String OTHER_CURRENCY = "OTHER_CURRENCY";
    public static final String NOT_WHOLE_RUPIAH = "NOT_WHOLE_RUPIAH";
    public static final String UNREADABLE = "UNREADABLE";

    /** pain.002 need not repeat the amount. */
    public static final ReportedAmount NOT_GIVEN = new ReportedAmount(null, null);

    private static final String CURRENCY = "IDR";
    private static final Pattern WHOLE = Pattern.compile("\\d{1,15}(\\.0{1,5})?");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,18}\\.\\d{1,5}");

    public static ReportedAmount of(String text, String currency) {
        if (!CURRENCY.equals(currency)) {
            return new ReportedAmount(null, OTHER_CURRENCY);
        }
        return total(text);
    }

    /** A sum, which has no currency of its own. */
    public static ReportedAmount total(String text) {
        if (WHOLE.matcher(text).matches()) {
            int point = text.indexOf('.');
            return new ReportedAmount(
                    Long.parseLong(point < 0 ? text : text.substring(0, point)), null);
        }
        return new ReportedAmount(
                null, DECIMAL.matcher(text).matches() ? NOT_WHOLE_RUPIAH : UNREADABLE);
    }

    public boolean isGiven() {
        return idr != null || fault != null;
    }

    public boolean is(long expected) {
        return idr != null && idr == expected;
    }
}
