package id.pkh.disbursement.profile.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a bank writes days; a time behind the day is left out. */
public enum DateForm {
    /** {@code 20/04/2026} */
    DAY_FIRST_SLASHES("(?<d>\\d{1,2})/(?<m>\\d{1,2})/(?<y>\\d{4})", "20/04/2026"),
    /** {@code 20-04-2026} */
    DAY_FIRST_DASHES("(?<d>\\d{1,2})-(?<m>\\d{1,2})-(?<y>\\d{4})", "20-04-2026"),
    /** {@code 20.04.2026} */
    DAY_FIRST_DOTS("(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.(?<y>\\d{4})", "20.04.2026"),
    /** {@code 2026-04-20} */
    YEAR_FIRST_DASHES("(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})", "2026-04-20"),
    /** {@code 20260420} */
    DIGITS_ONLY("(?<y>\\d{4})(?<m>\\d{2})(?<d>\\d{2})", "20260420");

    private static final String TIME = "(?:[ T]\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:\\.\\d{1,9})?)?";
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private final Pattern pattern;
    private final String example;

    DateForm(String day, String example) {
        this.pattern = Pattern.compile(day + TIME);
        this.example = example;
    }

    /** A day in this form, as it is shown to whoever sent another. */
    public String example() {
        return example;
    }

    /** The form of what a spreadsheet stores as a day. */
    public static Optional<LocalDate> ofNumberCell(String text) {
        return YEAR_FIRST_DASHES.read(text);
    }

    public Optional<LocalDate> read(String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day =
                    LocalDate.of(
                            Integer.parseInt(matcher.group("y")),
                            Integer.parseInt(matcher.group("m")),
                            Integer.parseInt(matcher.group("d")));
            return Optional.of(day)
                    .filter(one -> one.getYear() >= FIRST_YEAR && one.getYear() <= LAST_YEAR);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
