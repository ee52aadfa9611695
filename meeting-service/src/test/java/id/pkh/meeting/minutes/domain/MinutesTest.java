package id.pkh.meeting.minutes.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MinutesTest {

    static List<List<String>> times() {
        return RuleTable.rows("p2k2.md", "start", "end", "verdict");
    }

    @ParameterizedTest
    @MethodSource("times")
    void aMeetingEndsAfterItStarts(List<String> row) {
        Minutes minutes =
                new Minutes(
                        null,
                        null,
                        time(row.get(0)),
                        time(row.get(1)),
                        null,
                        List.of(),
                        new Narrative(null, null, null, null, null));
        assertThat(minutes.endsBeforeItStarts()).isEqualTo(!row.get(2).equals("possible"));
    }

    @ParameterizedTest
    @CsvSource({"999, false", "1000, false", "1001, true"})
    void allPartsOfTheNarrativeAreCountedTogether(int chars, boolean isTooLong) {
        Narrative narrative = new Narrative("  a ", "b", null, "c", "x".repeat(chars - 3) + " ");
        assertThat(narrative.chars()).isEqualTo(chars);
        assertThat(narrative.isTooLong()).isEqualTo(isTooLong);
    }

    private static LocalTime time(String cell) {
        return cell.equals("–") ? null : LocalTime.parse(cell);
    }
}
