package id.pkh.registry.history.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of {@code docs/rules/finding.md}. */
class TimelineTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final UUID MEMBER = UUID.fromString("018f0000-0000-7000-8000-000000000001");

    static List<List<String>> cases() {
        return RuleTable.rows("finding.md", "facts", "valid on", "known on", "answer");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatWasSoOnADayAndWhatWasKnownThen(List<String> row) {
        AsOf answer =
                new Timeline(facts(row.get(0)), ZONE)
                        .knownBefore(
                                LocalDate.parse(row.get(2))
                                        .plusDays(1)
                                        .atStartOfDay(ZONE)
                                        .toInstant())
                        .on(LocalDate.parse(row.get(1)));
        assertThat(written(answer)).isEqualTo(row.get(3));
    }

    private static List<Fact> facts(String text) {
        List<Fact> facts = new ArrayList<>();
        Arrays.stream(text.split("; "))
                .map(one -> one.split(" "))
                .forEach(
                        one ->
                                facts.add(
                                        new Fact(
                                                facts.size() + 1,
                                                one[1].equals("–") ? null : LocalDate.parse(one[1]),
                                                LocalDate.parse(one[2])
                                                        .atTime(9, 0)
                                                        .atZone(ZONE)
                                                        .toInstant(),
                                                one[0])));
        return facts;
    }

    private static String written(AsOf answer) {
        if (answer instanceof AsOf.Known known) {
            return known.fact().value();
        }
        return answer instanceof AsOf.NotKnownBefore unknown
                ? "not known before " + unknown.day()
                : "not yet";
    }

    @Test
    void aVersionIsComparedWithTheOneBefore() {
        FamilyVersion first =
                version(1, "A", new FamilyVersion.PersonThen(MEMBER, null, null, List.of()));
        FamilyVersion.SpanThen school =
                new FamilyVersion.SpanThen("SD", LocalDate.parse("2026-07-13"), null, "10702345");
        FamilyVersion second =
                version(2, "B", new FamilyVersion.PersonThen(MEMBER, null, null, List.of(school)));

        assertThat(second.differencesFrom(Optional.of(first)))
                .containsExactly(
                        new FamilyVersion.Difference("VILLAGE", null, "A", "B"),
                        new FamilyVersion.Difference(
                                "COMPONENT", MEMBER, null, "SD 2026-07-13.. @10702345"));
        assertThat(first.differencesFrom(Optional.empty()))
                .extracting(FamilyVersion.Difference::what)
                .containsExactly("VILLAGE", "CARETAKER", "MEMBER");
        assertThat(first.differencesFrom(Optional.of(first))).isEmpty();
    }

    private static FamilyVersion version(
            long number, String village, FamilyVersion.PersonThen person) {
        LocalDate day = LocalDate.parse("2026-01-01").plusMonths(number);
        return new FamilyVersion(
                number,
                day,
                day.atStartOfDay(ZONE).toInstant(),
                village,
                null,
                null,
                MEMBER,
                List.of(person));
    }
}
