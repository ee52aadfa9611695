package id.pkh.registry.initial.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.dataupdate.domain.ChangeKind;
import id.pkh.registry.dataupdate.domain.EvidenceKind;
import id.pkh.registry.dataupdate.domain.UpdateState;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.initial.domain.InitialCodes.CancelReason;
import id.pkh.registry.initial.domain.InitialCodes.DeliveredTo;
import id.pkh.registry.initial.domain.InitialCodes.Mark;
import id.pkh.registry.initial.domain.InitialCodes.Speaker;
import id.pkh.registry.initial.domain.InitialCodes.Topic;
import id.pkh.registry.initial.domain.InitialCodes.Verdict;
import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules are those of docs/rules/initial-meetings.md. */
class InitialPageTest {

    private static final String PAGE = "initial-meetings.md";
    private static final String NOTHING = "–";

    @Test
    void theCodesAreThoseOfThePage() {
        assertThat(RuleTable.rows(PAGE, "field", "codes"))
                .containsExactly(
                        List.of("speakers", all(List.of(Speaker.values()))),
                        List.of("delivered_to", all(List.of(DeliveredTo.values()))),
                        List.of("mark", all(List.of(Mark.values()))),
                        List.of("topics", all(List.of(Topic.values()))),
                        List.of("verdict", all(List.of(Verdict.values()))),
                        List.of("cancelled", all(List.of(CancelReason.values()))));
    }

    @Test
    void theItemsAreThoseOfThePage() {
        assertThat(Item.values())
                .extracting(item -> List.of(item.name(), all(item.evidence()), all(item.changes())))
                .containsExactlyElementsOf(RuleTable.rows(PAGE, "item", "evidence", "changes"));
    }

    private static String all(List<? extends Enum<?>> codes) {
        return String.join(", ", codes.stream().map(Enum::name).toList());
    }

    @TestFactory
    Stream<DynamicTest> aMeetingHasHoursAndIsNear() {
        return verdicts(
                row ->
                        MeetingRule.faultOf(
                                        LocalDate.parse(row.get(0)),
                                        LocalTime.parse(row.get(1)),
                                        LocalTime.parse(row.get(2)),
                                        LocalDate.parse("2026-03-02"))
                                .orElse(NOTHING),
                "day",
                "from",
                "to",
                "verdict");
    }

    @TestFactory
    Stream<DynamicTest> onlyCandidatesOfTheVillageAreInvited() {
        return verdicts(
                row ->
                        MeetingRule.faultOfListed(
                                        KpmStatus.valueOf(row.get(0)), row.get(1).equals("same"))
                                .orElse(NOTHING),
                "family",
                "village",
                "verdict");
    }

    @TestFactory
    Stream<DynamicTest> aLetterIsDeliveredBeforeTheMeeting() {
        return verdicts(
                row ->
                        MeetingRule.faultOfDelivery(
                                        LocalDate.parse(row.get(0)),
                                        LocalDate.parse("2026-03-05"),
                                        LocalDate.parse("2026-03-10"))
                                .orElse(NOTHING),
                "delivered on",
                "verdict");
    }

    @TestFactory
    Stream<DynamicTest> anItemHasItsEvidenceAndADifferenceItsChanges() {
        return verdicts(
                row ->
                        Comparison.faultOf(
                                        list(row.get(0)).map(InitialPageTest::comparison).toList(),
                                        list(row.get(1)).map(ChangeKind::valueOf).toList())
                                .map(Comparison.Fault::code)
                                .orElse(NOTHING),
                "compared",
                "changes",
                "verdict");
    }

    private static Comparison comparison(String cell) {
        String[] words = cell.split(" ");
        return new Comparison(
                Item.valueOf(words[0]),
                Verdict.valueOf(words[1]),
                words.length < 3 ? null : EvidenceKind.valueOf(words[2]));
    }

    @TestFactory
    Stream<DynamicTest> anItemIsSettledWhenItMatchesOrItsUpdateIsAccepted() {
        return verdicts(
                row ->
                        ItemState.of(
                                        Verdict.valueOf(row.get(0)),
                                        row.get(1).equals(NOTHING)
                                                ? null
                                                : UpdateState.valueOf(row.get(1)))
                                .name(),
                "verdict",
                "data update",
                "item");
    }

    @TestFactory
    Stream<DynamicTest> whatComesNextFollowsFromWhatIsRecorded() {
        return verdicts(
                row ->
                        NextStep.of(
                                        KpmStatus.valueOf(row.get(0)),
                                        row.get(1).equals(NOTHING)
                                                ? null
                                                : Mark.valueOf(row.get(1)),
                                        list(row.get(2).toUpperCase(Locale.ROOT))
                                                .map(ItemState::valueOf)
                                                .toList())
                                .name(),
                "status",
                "mark",
                "items",
                "next");
    }

    private static Stream<String> list(String cell) {
        return cell.equals(NOTHING) ? Stream.empty() : Arrays.stream(cell.split(", "));
    }

    private static Stream<DynamicTest> verdicts(
            Function<List<String>, String> rule, String... header) {
        return RuleTable.rows(PAGE, header).stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        String.join(" | ", row),
                                        () ->
                                                assertThat(rule.apply(row))
                                                        .isEqualTo(row.get(row.size() - 1))));
    }
}
