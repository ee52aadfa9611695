package id.pkh.meeting;

import id.pkh.platform.web.ProgrammeMonths;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;

/** A month of the programme in a request, {@code yyyy-MM}. */
@ApplicationScoped
public class MonthText {

    private final ProgrammeMonths months;

    MonthText(ProgrammeMonths months) {
        this.months = months;
    }

    public YearMonth parse(String text) {
        try {
            YearMonth month = YearMonth.parse(text == null ? "" : text.strip());
            if (months.cover(month)) {
                return month;
            }
        } catch (DateTimeParseException unreadable) {
            throw Refused.because("MONTH_INVALID", unreadable);
        }
        throw Refused.because("MONTH_INVALID");
    }

    /** Null when there is no filter. */
    public YearMonth parseOrNull(String text) {
        return text == null ? null : parse(text);
    }
}
