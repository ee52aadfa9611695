package id.pkh.meeting.p2k2.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurriculumTest {

    private static final Curriculum FIRST = CurriculumFixture.first();

    static List<List<String>> sheets() {
        return RuleTable.rows("p2k2.md", "module on the sheet", "session on the sheet", "session");
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void aSheetMeansTheSessionOfTheRulePage(List<String> row) {
        assertThat(FIRST.named(text(row.get(0)), text(row.get(1))).map(P2k2Session::code))
                .isEqualTo(Optional.ofNullable(text(row.get(2))));
    }

    @Test
    void theFirstMaterialIsThatOfTheRulePage() {
        Map<String, List<String>> modules = new LinkedHashMap<>();
        FIRST.sessions()
                .forEach(
                        session ->
                                modules.merge(
                                        session.module(),
                                        List.of(session.module(), "1", session.course().name()),
                                        (one, other) ->
                                                List.of(
                                                        one.get(0),
                                                        Integer.toString(
                                                                Integer.parseInt(one.get(1)) + 1),
                                                        one.get(2))));
        assertThat(modules.values())
                .containsExactlyElementsOf(
                        RuleTable.rows("p2k2.md", "module", "sessions", "course"));
    }

    @Test
    void theLatestMaterialThatHasBegunApplies() {
        Curriculum later = new Curriculum("P2K2-2028", LocalDate.parse("2028-01-01"), List.of());
        List<Curriculum> both = List.of(later, FIRST);
        assertThat(Curriculum.on(both, LocalDate.parse("2027-12-31"))).isEqualTo(FIRST);
        assertThat(Curriculum.on(both, LocalDate.parse("2028-01-01"))).isEqualTo(later);
    }

    private static String text(String cell) {
        return cell.equals("–") ? null : cell;
    }
}
