package id.pkh.meeting.signal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.meeting.signal.domain.RecordingSignal.ListCounts;
import id.pkh.meeting.signal.domain.RecordingSignal.Recorded;
import id.pkh.testsupport.RuleTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingSignalTest {

    private static final Instant CLOSED = Instant.parse("2026-02-05T01:00:00Z");
    private static final SignalThresholds THRESHOLDS =
            new SignalThresholds("CASES", LocalDate.parse("2018-01-01"), 2, 3, 60, 1);

    static List<List<String>> page() {
        return RuleTable.rows(
                "recording-signals.md",
                "lists at once",
                "lists of the group",
                "recorded",
                "signals");
    }

    @ParameterizedTest
    @MethodSource("page")
    void theSignalsAreThoseOfTheRulePage(List<String> row) {
        Recorded list =
                new Recorded(
                        recordedAt(row.get(2)),
                        row.get(2).equals("open month") ? null : CLOSED,
                        Integer.parseInt(row.get(0)),
                        Stream.of(row.get(1).split(" ")).map(RecordingSignalTest::counts).toList());
        String signals =
                RecordingSignal.of(list, THRESHOLDS).stream()
                        .map(Enum::name)
                        .collect(Collectors.joining(" "));
        assertThat(signals.isEmpty() ? "–" : signals).isEqualTo(row.get(3));
    }

    @Test
    void theLatestThresholdsThatHaveBegunApply() {
        SignalThresholds later =
                new SignalThresholds("LATER", LocalDate.parse("2028-01-01"), 4, 8, 120, 3);
        List<SignalThresholds> both = List.of(later, THRESHOLDS);
        assertThat(SignalThresholds.on(both, LocalDate.parse("2027-12-31"))).isEqualTo(THRESHOLDS);
        assertThat(SignalThresholds.on(both, LocalDate.parse("2028-01-01"))).isEqualTo(later);
    }

    private static Instant recordedAt(String cell) {
        return switch (cell) {
            case "24 hours later" -> CLOSED.plus(Duration.ofHours(24));
            case "25 hours later" -> CLOSED.plus(Duration.ofHours(25));
            default -> CLOSED;
        };
    }

    private static ListCounts counts(String cell) {
        String[] numbers = cell.split("/");
        return new ListCounts(Integer.parseInt(numbers[1]), Integer.parseInt(numbers[0]));
    }

    static Stream<List<String>> photos() {
        return RuleTable.rows(
                "recording-signals.md",
                "photo of another meeting too",
                "metres from the usual place",
                "signals of photos")
                .stream();
    }

    @ParameterizedTest
    @MethodSource("photos")
    void photosHaveTheSignalsOfThePage(List<String> row) {
        RecordingSignal.Photos photos =
                new RecordingSignal.Photos(
                        row.get(0).equals("yes"),
                        row.get(1).equals("–") ? null : Long.valueOf(row.get(1)));
        assertThat(
                        RecordingSignal.of(photos, 2000).stream()
                                .map(Enum::name)
                                .collect(Collectors.joining(" ")))
                .isEqualTo(row.get(2).equals("–") ? "" : row.get(2));
    }
}
