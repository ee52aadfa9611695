package id.pkh.registry.dataupdate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules are those of docs/rules/data-updates.md. */
class DataUpdatePageTest {

    private static final String PAGE = "data-updates.md";
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final UUID MEMBER = UUID.fromString("01980a10-0000-7000-8000-000000000002");
    private static final UUID OTHER = UUID.fromString("01980a10-0000-7000-8000-000000000003");

    private static Change change(
            ChangeKind kind, Map<ChangeField, String> from, Map<ChangeField, String> becomes) {
        return new Change(kind, kind.isAboutMember() ? MEMBER : null, DAY, from, becomes);
    }

    private static List<String> names(List<ChangeField> fields) {
        return fields.stream().map(ChangeField::wireName).toList();
    }

    private static List<String> listed(String cell) {
        return cell.equals("–") ? List.of() : Arrays.asList(cell.split(", "));
    }

    @Test
    void theKindsAreThoseOfThePage() {
        List<List<String>> rows =
                RuleTable.rows(
                        PAGE, "kind", "about", "needs", "may have", "from", "concerns the payment");

        assertThat(rows)
                .extracting(row -> row.get(0))
                .containsExactlyElementsOf(Stream.of(ChangeKind.values()).map(Enum::name).toList());
        for (List<String> row : rows) {
            ChangeKind kind = ChangeKind.valueOf(row.get(0));
            assertThat(kind.about().name()).as(row.get(0)).isEqualTo(row.get(1));
            assertThat(names(kind.needs())).as(row.get(0)).isEqualTo(listed(row.get(2)));
            assertThat(names(kind.may())).as(row.get(0)).isEqualTo(listed(row.get(3)));
            assertThat(names(kind.from())).as(row.get(0)).isEqualTo(listed(row.get(4)));
            assertThat(kind.concernsPayment()).as(row.get(0)).isEqualTo(row.get(5).equals("yes"));
        }
    }

    @TestFactory
    Stream<DynamicTest> aChangeIsWhatItsKindSays() {
        return RuleTable.rows(PAGE, "kind", "now", "submitted", "verdict").stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        String.join(" ", row),
                                        () ->
                                                assertThat(KindRule.faultOf(ofRow(row)).orElse("–"))
                                                        .isEqualTo(row.get(3))));
    }

    private static Change ofRow(List<String> row) {
        ChangeKind kind = ChangeKind.valueOf(row.get(0));
        ChangeField field = kind.isMove() ? ChangeField.VILLAGE_CODE : ChangeField.COMPONENT;
        return change(kind, value(field, row.get(1)), value(field, row.get(2)));
    }

    private static Map<ChangeField, String> value(ChangeField field, String cell) {
        return cell.equals("–") ? Map.of() : Map.of(field, cell);
    }

    @Test
    void theDeathOfTheCaretakerIsThatOfTheCaretaker() {
        assertThat(
                        KindRule.faultOf(
                                change(
                                        ChangeKind.DEATH_OF_CARETAKER,
                                        Map.of(ChangeField.CARETAKER_MEMBER_ID, OTHER.toString()),
                                        Map.of())))
                .contains(KindRule.NOT_CARETAKER);
    }

    @Test
    void theStatesFollowOneAnotherAsThePageSays() {
        List<String> page =
                RuleTable.rows(PAGE, "from", "to", "when").stream()
                        .map(row -> row.get(0) + " " + row.get(1))
                        .toList();
        List<String> code =
                Stream.of(UpdateState.values())
                        .flatMap(
                                from ->
                                        Stream.of(UpdateState.values())
                                                .filter(from::canBecome)
                                                .map(to -> from + " " + to))
                        .toList();
        assertThat(code).containsExactlyInAnyOrderElementsOf(page);
    }

    @Test
    void anUpdateIsDecidedWithinDaysAndBeforeTheMonthCloses() {
        DecisionDeadline deadline = new DecisionDeadline(7, 25);
        for (List<String> row : RuleTable.rows(PAGE, "submitted on", "decided by")) {
            assertThat(deadline.of(LocalDate.parse(row.get(0))))
                    .as(row.get(0))
                    .isEqualTo(LocalDate.parse(row.get(1)));
        }
    }

    @Test
    void aReversalProposesWhatThePageSays() {
        List<List<String>> rows = RuleTable.rows(PAGE, "accepted", "before it", "proposed");
        assertThat(rows).hasSize(ChangeKind.values().length);
        for (List<String> row : rows) {
            List<Change> proposed = Reversal.of(accepted(row), OTHER);
            assertThat(proposed)
                    .as(row.get(0))
                    .extracting(change -> change.kind().name())
                    .isEqualTo(listed(row.get(2)));
            assertThat(ChangeForm.faultOf(proposed, DAY.plusDays(1))).as(row.get(0)).isEmpty();
        }
    }

    /** An accepted change whose values of before are known. */
    private static Change accepted(List<String> row) {
        ChangeKind kind = ChangeKind.valueOf(row.get(0));
        Map<ChangeField, String> from = new EnumMap<>(ChangeField.class);
        if (kind.from().contains(ChangeField.COMPONENT)) {
            from.putAll(value(ChangeField.COMPONENT, row.get(1)));
            if (!row.get(1).equals("–")) {
                from.put(ChangeField.COMPONENT_SINCE, "2025-07-14");
            }
        } else {
            kind.from().forEach(field -> from.put(field, valueOf(field)));
        }
        if (kind == ChangeKind.DEATH_OF_CARETAKER) {
            from.put(ChangeField.CARETAKER_MEMBER_ID, OTHER.toString());
        }
        return change(kind, from, from);
    }

    private static String valueOf(ChangeField field) {
        return switch (field) {
            case DIED_ON -> "2026-02-01";
            case CARETAKER_MEMBER_ID -> OTHER.toString();
            default -> "1";
        };
    }

    @Test
    void whatEndedIsCarriedOnFromItsOwnFirstDay() {
        Change left =
                change(
                        ChangeKind.SCHOOL_LEFT,
                        Map.of(
                                ChangeField.COMPONENT,
                                "SD",
                                ChangeField.COMPONENT_SINCE,
                                "2020-07-01",
                                ChangeField.NPSN,
                                "10702345"),
                        Map.of());

        Change again = Reversal.of(left, null).get(0);

        assertThat(again.effectiveOn()).isEqualTo("2020-07-01");
        assertThat(again.becomes())
                .isEqualTo(Map.of(ChangeField.COMPONENT, "SD", ChangeField.NPSN, "10702345"));
    }

    @Test
    void aFirstAccountHasNothingBeforeIt() {
        assertThat(Reversal.of(change(ChangeKind.ACCOUNT, Map.of(), Map.of()), null)).isEmpty();
    }
}
