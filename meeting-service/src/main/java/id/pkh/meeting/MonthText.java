package id.pkh.meeting;

import id.pkh.platform.web.Refused;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;

/** A month in a request, {@code yyyy-MM}. */
public final class MonthText {

    private MonthText() {}

    public static YearMonth parse(String text) {
        try {
            return YearMonth.parse(text == null ? "" : text.strip());
        } catch (DateTimeParseException unreadable) {
            throw Refused.because("MONTH_INVALID", unreadable);
        }
    }

    /** Null when there is no filter. */
    public static YearMonth parseOrNull(String text) {
        return text == null || text.isBlank() ? null : parse(text);
    }
}
