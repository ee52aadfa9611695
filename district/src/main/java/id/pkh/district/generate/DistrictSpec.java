package id.pkh.district.generate;

import java.time.YearMonth;
import java.util.List;

/**
 * What to generate.
 *
 * @param families number of families
 * @param seed the same seed gives the same bytes
 * @param months calendar months with attendance sheets; the three months of the quarter
 * @param quarter quarter of the school and health forms, yyyy-Qn
 */
public record DistrictSpec(int families, long seed, List<YearMonth> months, String quarter) {

    public static final int MAX_FAMILIES = 10_000_000;
    private static final long DEFAULT_SEED = 20260101L;

    public DistrictSpec {
        months = List.copyOf(months);
        if (families < 1 || families > MAX_FAMILIES) {
            throw new IllegalArgumentException("families must be 1 to " + MAX_FAMILIES);
        }
        if (!months.equals(monthsOf(quarter))) {
            throw new IllegalArgumentException("months must be those of " + quarter);
        }
    }

    /** Sungai Serut as it is committed: 1,500 families, first quarter of 2026. */
    public static DistrictSpec sungaiSerut() {
        return of(1_500);
    }

    /** Any number of families, first quarter of 2026, the fixed seed. */
    public static DistrictSpec of(int families) {
        return new DistrictSpec(families, DEFAULT_SEED, monthsOf("2026-Q1"), "2026-Q1");
    }

    static List<YearMonth> monthsOf(String quarter) {
        int year = Integer.parseInt(quarter.substring(0, 4));
        int first = (quarter.charAt(6) - '1') * 3 + 1;
        return List.of(
                YearMonth.of(year, first),
                YearMonth.of(year, first + 1),
                YearMonth.of(year, first + 2));
    }

    int year() {
        return months.get(0).getYear();
    }

    int quarterNumber() {
        return quarter.charAt(6) - '0';
    }
}
