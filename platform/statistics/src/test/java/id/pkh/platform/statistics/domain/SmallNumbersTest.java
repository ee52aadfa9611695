package id.pkh.platform.statistics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * No hidden number follows from those that are shown. An observer knows every equation: an area is
 * the sum of its parts, and a total the sum of its statuses.
 */
class SmallNumbersTest {

    private static final int THRESHOLD = 5;
    private static final double ZERO = 1e-6;

    @Test
    void large_numbers_and_zeros_are_shown() {
        AreaCounts country =
                country(Map.of("11.01.01.1001", row(10, 0, 7), "11.01.01.1002", row(20, 9, 0)));

        assertThat(hidden(country)).isEmpty();
        assertThat(country.count(country.total())).isEqualTo(46);
    }

    @Test
    void a_small_number_takes_the_most_frequent_status_and_another_village_with_it() {
        AreaCounts country =
                country(
                        Map.of(
                                "11.01.01.1001", row(40, 3, 8),
                                "11.01.01.1002", row(50, 6, 9),
                                "11.01.01.1003", row(60, 7, 9)));

        assertThat(hidden(country))
                .containsExactlyInAnyOrder(
                        "11.01.01.1001 0", "11.01.01.1001 1", "11.01.01.1002 0", "11.01.01.1002 1");
    }

    @Test
    void a_small_number_of_the_whole_country_is_hidden_everywhere_it_follows_from() {
        AreaCounts country =
                country(Map.of("11.01.01.1001", row(40, 2, 8), "12.01.01.1001", row(50, 0, 9)));

        assertThat(hidden(country))
                .contains(" 1", " 0", "11 1", "11.01 1", "11.01.01 1", "11.01.01.1001 1")
                .doesNotContain(" 2", "12 1", "12 2");
    }

    @Test
    void an_area_with_few_families_has_no_total() {
        AreaCounts country =
                country(
                        Map.of(
                                "11.01.01.1001", row(3, 0, 0),
                                "11.01.01.1002", row(30, 6, 8),
                                "11.01.01.1003", row(40, 6, 8)));

        assertThat(hidden(country))
                .containsExactlyInAnyOrder(
                        "11.01.01.1001 0", "11.01.01.1001 3", "11.01.01.1002 0", "11.01.01.1002 3");
    }

    @Test
    void no_hidden_number_follows_from_those_that_are_shown() {
        Random random = new Random(20261201);
        for (int trial = 0; trial < 400; trial++) {
            AreaCounts country = anyCountry(random);

            SmallNumbers.hide(country, THRESHOLD);

            assertThat(smallShown(country)).as("trial %d", trial).isEmpty();
            assertThat(determined(country)).as("trial %d", trial).isEmpty();
            assertThat(smallDifferences(country)).as("trial %d", trial).isEmpty();
        }
    }

    @Test
    void who_asks_for_one_province_sees_what_everybody_sees() {
        Random random = new Random(7);
        Map<String, long[]> villages = villages(random);
        AreaCounts first = AreaCounts.country(villages, 3);
        AreaCounts second = AreaCounts.country(new HashMap<>(villages), 3);

        SmallNumbers.hide(first, THRESHOLD);
        SmallNumbers.hide(second, THRESHOLD);

        assertThat(hidden(first)).isEqualTo(hidden(second));
    }

    private static long[] row(long... counts) {
        return counts;
    }

    private static AreaCounts country(Map<String, long[]> villages) {
        AreaCounts country = AreaCounts.country(villages, 3);
        SmallNumbers.hide(country, THRESHOLD);
        return country;
    }

    private static AreaCounts anyCountry(Random random) {
        return AreaCounts.country(villages(random), 3);
    }

    private static Map<String, long[]> villages(Random random) {
        Map<String, long[]> villages = new TreeMap<>();
        int[] sizes = {1 + random.nextInt(2), 1 + random.nextInt(2), 1 + random.nextInt(3)};
        int most = 4 + random.nextInt(30);
        for (int p = 0; p < sizes[0]; p++) {
            for (int r = 0; r < sizes[1]; r++) {
                for (int s = 0; s < sizes[2]; s++) {
                    for (int v = 0; v <= random.nextInt(4); v++) {
                        villages.put(
                                "%02d.%02d.%02d.%04d".formatted(11 + p, 1 + r, 1 + s, 1001 + v),
                                row(
                                        random.nextInt(most),
                                        random.nextInt(4) == 0 ? random.nextInt(most) : 0,
                                        random.nextInt(9)));
                    }
                }
            }
        }
        return villages;
    }

    private static List<String> hidden(AreaCounts country) {
        List<String> hidden = new ArrayList<>();
        for (AreaCounts area : country.all()) {
            for (int column = 0; column < area.columns(); column++) {
                if (area.isHidden(column)) {
                    hidden.add(area.areaCode() + " " + column);
                }
            }
        }
        return hidden;
    }

    private static List<String> smallShown(AreaCounts country) {
        List<String> found = new ArrayList<>();
        for (AreaCounts area : country.all()) {
            for (int column = 0; column < area.columns(); column++) {
                if (!area.isHidden(column) && isSmall(area.count(column))) {
                    found.add(area.areaCode() + " " + column);
                }
            }
        }
        return found;
    }

    private static boolean isSmall(long number) {
        return number > 0 && number < THRESHOLD;
    }

    /** What is left when the shown parts of a shown area are taken away from it. */
    private static List<String> smallDifferences(AreaCounts country) {
        List<String> found = new ArrayList<>();
        for (AreaCounts area : country.all()) {
            for (int column = 0; column < area.columns(); column++) {
                long left = 0;
                for (AreaCounts part : area.parts()) {
                    left += part.isHidden(column) ? part.count(column) : 0;
                }
                if (!area.isHidden(column) && isSmall(left)) {
                    found.add(area.areaCode() + " " + column);
                }
            }
        }
        return found;
    }

    /** The hidden numbers that the equations determine, by elimination. */
    private static List<String> determined(AreaCounts country) {
        List<String> unknown = hidden(country);
        Map<String, Integer> index = new HashMap<>();
        unknown.forEach(cell -> index.put(cell, index.size()));
        List<double[]> equations = new ArrayList<>();
        for (AreaCounts area : country.all()) {
            double[] row = new double[unknown.size()];
            for (int status = 0; status < area.total(); status++) {
                add(row, index.get(area.areaCode() + " " + status), 1);
            }
            add(row, index.get(area.areaCode() + " " + area.total()), -1);
            equations.add(row);
            for (int column = 0; column < area.columns() && !area.parts().isEmpty(); column++) {
                double[] sum = new double[unknown.size()];
                for (AreaCounts part : area.parts()) {
                    add(sum, index.get(part.areaCode() + " " + column), 1);
                }
                add(sum, index.get(area.areaCode() + " " + column), -1);
                equations.add(sum);
            }
        }
        return alone(reduced(equations, unknown.size()), unknown);
    }

    private static void add(double[] row, Integer column, double value) {
        if (column != null) {
            row[column] += value;
        }
    }

    private static List<double[]> reduced(List<double[]> equations, int columns) {
        int rank = 0;
        for (int column = 0; column < columns && rank < equations.size(); column++) {
            int pivot = rank;
            for (int row = rank; row < equations.size(); row++) {
                if (Math.abs(equations.get(row)[column]) > Math.abs(equations.get(pivot)[column])) {
                    pivot = row;
                }
            }
            if (Math.abs(equations.get(pivot)[column]) < ZERO) {
                continue;
            }
            Collections.swap(equations, rank, pivot);
            double[] leading = equations.get(rank);
            double by = leading[column];
            for (int each = 0; each < columns; each++) {
                leading[each] /= by;
            }
            for (int row = 0; row < equations.size(); row++) {
                double factor = equations.get(row)[column];
                if (row != rank && Math.abs(factor) > ZERO) {
                    for (int each = 0; each < columns; each++) {
                        equations.get(row)[each] -= factor * leading[each];
                    }
                }
            }
            rank++;
        }
        return equations.subList(0, rank);
    }

    /** In the reduced form a number is known if an equation has it alone. */
    private static List<String> alone(List<double[]> reduced, List<String> unknown) {
        List<String> found = new ArrayList<>();
        for (double[] equation : reduced) {
            int last = -1;
            int entries = 0;
            for (int column = 0; column < equation.length; column++) {
                if (Math.abs(equation[column]) > ZERO) {
                    entries++;
                    last = column;
                }
            }
            if (entries == 1) {
                found.add(unknown.get(last));
            }
        }
        return found;
    }
}
