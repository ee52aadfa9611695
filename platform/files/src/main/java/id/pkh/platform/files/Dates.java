package id.pkh.platform.files;

import id.pkh.platform.web.PlausibleDays;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates as people write them in Indonesia: day first, or ISO. A day that does not exist is
 * rejected, as is one before 1900 or after 2199.
 */
public final class Dates {

    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern ISO =
            Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ]00:00(?::00)?)?");
    private static final Pattern IN_WORDS =
            Pattern.compile("(\\d{1,2})[\\s-]+([A-Za-z]+)\\.?[\\s-]+(\\d{4})");

    private Dates() {}

    /**
     * {@code dd/MM/yyyy}, {@code dd-MM-yyyy}, {@code dd.MM.yyyy}, {@code yyyy-MM-dd}, {@code 5 Mei
     * 2026}.
     */
    public static Optional<LocalDate> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        String trimmed = text.replace('\u00A0', ' ').strip();
        Matcher dayFirst = DAY_FIRST.matcher(trimmed);
        if (dayFirst.matches()) {
            return date(number(dayFirst, 3), number(dayFirst, 2), number(dayFirst, 1));
        }
        Matcher iso = ISO.matcher(trimmed);
        if (iso.matches()) {
            return date(number(iso, 1), number(iso, 2), number(iso, 3));
        }
        Matcher inWords = IN_WORDS.matcher(trimmed);
        if (inWords.matches()) {
            return Months.parse(inWords.group(2))
                    .flatMap(
                            month ->
                                    date(number(inWords, 3), month.getValue(), number(inWords, 1)));
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day)).filter(PlausibleDays::include);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
