package id.pkh.disbursement.report.domain;

import java.util.regex.Pattern;

/**
 * An amount as a bank wrote it: whole rupiah, or a fault with a code. It is never rounded.
 *
 * @param idr null when the amount is not in whole rupiah
 * @param fault code of the fault; null when the amount is in whole rupiah
 */
public record ReportedAmount(Long idr, String fault) {

    public static final String OTHER_CURRENCY = "OTHER_CURRENCY";
    public static final String NOT_WHOLE_RUPIAH = "NOT_WHOLE_RUPIAH";
    public static final String UNREADABLE = "UNREADABLE";

    /** pain.002 need not repeat the amount. */
    public static final ReportedAmount NOT_GIVEN = new ReportedAmount(null, null);

    private static final String CURRENCY = "IDR";
    private static final int MAX_DIGITS = 15;
    private static final int MAX_DECIMALS = 5;
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,18}\\.\\d{1,5}");

    public static ReportedAmount of(String text, String currency) {
        if (!CURRENCY.equals(currency)) {
            return new ReportedAmount(null, OTHER_CURRENCY);
        }
        return total(text);
    }

    /** Reads a sum, which has no currency of its own. */
    public static ReportedAmount total(String text) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        if (isDigits(whole, MAX_DIGITS) && (point < 0 || isZeros(text, point + 1))) {
            return new ReportedAmount(Long.parseLong(whole), null);
        }
        return new ReportedAmount(
                null, DECIMAL.matcher(text).matches() ? NOT_WHOLE_RUPIAH : UNREADABLE);
    }

    private static boolean isDigits(String text, int most) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= most;
    }

    private static boolean isZeros(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return text.length() > from && text.length() - from <= MAX_DECIMALS;
    }

    public boolean isGiven() {
        return idr != null || fault != null;
    }

    public boolean is(long expected) {
        return idr != null && idr == expected;
    }
}
