package id.pkh.registry.finding.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.identity.domain.NamePart;
import id.pkh.registry.identity.domain.PersonName;
import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of {@code docs/rules/finding.md}. */
class FindingPageTest {

    private static final String PAGE = "finding.md";
    private static final String NONE = "–";

    static List<List<String>> names() {
        return RuleTable.rows(PAGE, "written", "parts");
    }

    static List<List<String>> parts() {
        return RuleTable.rows(PAGE, "one", "other", "verdict");
    }

    static List<List<String>> births() {
        return RuleTable.rows(PAGE, "asked", "on record", "verdict");
    }

    static List<List<String>> matches() {
        return RuleTable.rows(PAGE, "asked", "on record", "birth", "place", "points", "shown");
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameIsReadInOneSpelling(List<String> row) {
        String read =
                PersonName.of(row.get(0)).parts().stream()
                        .map(NamePart::text)
                        .collect(Collectors.joining(" "));
        assertThat(read.isEmpty() ? NONE : read).isEqualTo(row.get(1));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void partsAreComparedInBothDirections(List<String> row) {
        NamePart one = new NamePart(row.get(0));
        NamePart other = new NamePart(row.get(1));
        assertThat(one.comparedWith(other)).hasToString(row.get(2));
        assertThat(other.comparedWith(one)).hasToString(row.get(2));
    }

    /** What is near is found, because it has the same key. */
    @ParameterizedTest
    @MethodSource("parts")
    void whatIsAlikeHasOneKey(List<String> row) {
        if (!row.get(2).equals("OTHER")) {
            assertThat(PersonName.of(row.get(0) + " X").keys())
                    .isEqualTo(PersonName.of(row.get(1) + " X").keys());
        }
    }

    @ParameterizedTest
    @MethodSource("births")
    void aBirthDateIsCompared(List<String> row) {
        LocalDate recorded = LocalDate.parse(row.get(1));
        BirthLikeness verdict =
                row.get(0).equals(NONE)
                        ? BirthLikeness.NOT_ASKED
                        : row.get(0).length() == 4
                                ? BirthLikeness.ofYear(Integer.parseInt(row.get(0)), recorded)
                                : BirthLikeness.of(LocalDate.parse(row.get(0)), recorded);
        assertThat(verdict).hasToString(row.get(2));
    }

    /** A day that is near is among those that a search looks for. */
    @ParameterizedTest
    @MethodSource("births")
    void aNearDayIsLookedFor(List<String> row) {
        if (row.get(0).length() > 4 && !row.get(2).equals("OTHER")) {
            assertThat(BirthLikeness.daysNear(LocalDate.parse(row.get(0))))
                    .contains(LocalDate.parse(row.get(1)));
        }
    }

    @Test
    void thePointsAreThoseOfThePage() {
        Map<String, String> points = new HashMap<>();
        Stream.of(BirthLikeness.values())
                .forEach(one -> points.put("birth " + one, String.valueOf(one.points())));
        Stream.of(PlaceLikeness.values())
                .forEach(one -> points.put("place " + one, String.valueOf(one.points())));
        assertThat(
                        RuleTable.rows(PAGE, "what", "points").stream()
                                .collect(Collectors.toMap(row -> row.get(0), row -> row.get(1))))
                .isEqualTo(points);
    }

    @ParameterizedTest
    @MethodSource("matches")
    void aPersonIsShownFromAsManyPoints(List<String> row) {
        PersonMatch match =
                PersonMatch.of(
                        PersonName.of(row.get(0)),
                        PersonName.of(row.get(1)),
                        BirthLikeness.valueOf(row.get(2)),
                        PlaceLikeness.valueOf(row.get(3)));
        assertThat(match.points()).isEqualTo(Integer.parseInt(row.get(4)));
        assertThat(match.isShown()).isEqualTo(row.get(5).equals("yes"));
    }
}
