package id.pkh.platform.files;

import java.time.Month;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Indonesian month names as people write them, including old spellings and abbreviations. */
public final class Months {

    private static final Pattern NAME_AND_YEAR =
            Pattern.compile("\\s*([A-Za-z]+)\\.?[\\s,/-]*(\\d{4})\\s*");
    private static final Pattern NUMBERS =
            Pattern.compile("\\s*(?:(\\d{1,2})[/-](\\d{4})|(\\d{4})-(\\d{2})(?:-\\d{2})?)\\s*");
    private static final Map<String, Month> NAMES = names();

    private Months() {}

    public static Optional<Month> parse(String indonesianName) {
        if (indonesianName == null) {
            return Optional.empty();
        }
        String name = indonesianName.replace('\u00A0', ' ').strip().toLowerCase(Locale.ROOT);
        name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return Optional.ofNullable(NAMES.get(name));
    }

    /**
     * A month of a year: {@code JANUARI 2026}, {@code Jan-2026}, {@code 01/2026}, {@code 2026-01}.
     */
    public static Optional<YearMonth> parseYearMonth(String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher named = NAME_AND_YEAR.matcher(text.replace('\u00A0', ' '));
        if (named.matches()) {
            int year = Integer.parseInt(named.group(2));
            return parse(named.group(1)).map(month -> YearMonth.of(year, month));
        }
        Matcher numbers = NUMBERS.matcher(text);
        if (!numbers.matches()) {
            return Optional.empty();
        }
        boolean monthFirst = numbers.group(1) != null;
        int month = Integer.parseInt(numbers.group(monthFirst ? 1 : 4));
        int year = Integer.parseInt(numbers.group(monthFirst ? 2 : 3));
        return month >= 1 && month <= 12
                ? Optional.of(YearMonth.of(year, month))
                : Optional.empty();
    }

    private static Map<String, Month> names() {
        String[][] spellings = {
            {"januari", "jan", "january"},
            {"februari", "pebruari", "feb", "peb", "february", "febuari"},
            {"maret", "mar", "mrt", "march"},
            {"april", "apr"},
            {"mei", "may"},
            {"juni", "jun", "june"},
            {"juli", "jul", "july"},
            {"agustus", "agu", "ags", "agt", "aug", "agust", "august"},
            {"september", "sep", "sept"},
            {"oktober", "okt", "oct", "october"},
            {"november", "nopember", "nov", "nop"},
            {"desember", "des", "dec", "december"}
        };
        Map<String, Month> names = new HashMap<>();
        for (int i = 0; i < spellings.length; i++) {
            for (String spelling : spellings[i]) {
                names.put(spelling, Month.of(i + 1));
            }
        }
        return Map.copyOf(names);
    }
}
