package id.pkh.registry.complaint.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.complaint.domain.ComplaintCodes.Category;
import id.pkh.registry.complaint.domain.ComplaintCodes.Outcome;
import id.pkh.registry.complaint.domain.ComplaintCodes.Priority;
import id.pkh.registry.complaint.domain.ComplaintCodes.RejectReason;
import id.pkh.registry.complaint.domain.ComplaintDeadline.CategoryDays;
import id.pkh.registry.complaint.domain.ComplaintDeadline.TypeDays;
import id.pkh.registry.complaint.domain.StepRule.Step;
import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules are those of docs/rules/complaints.md. */
class ComplaintPageTest {

    private static final String PAGE = "complaints.md";
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final LocalDate DUE = LocalDate.parse("2026-03-17");
    private static final LocalDate LATER = LocalDate.parse("2026-03-24");

    private static List<String> listed(String cell) {
        return cell.equals("–") ? List.of() : Arrays.asList(cell.split(", "));
    }

    @Test
    void theTypesAreThoseOfThePage() {
        assertThat(ComplaintType.values())
                .extracting(
                        type ->
                                List.of(
                                        type.name(),
                                        type.category().name(),
                                        type.leastPriority().name(),
                                        type.member().name(),
                                        type.person().name(),
                                        type.startsAt().name(),
                                        type.told().name()))
                .containsExactlyElementsOf(
                        RuleTable.rows(
                                PAGE,
                                "type",
                                "category",
                                "least priority",
                                "member",
                                "person",
                                "starts at",
                                "the family is told"));
    }

    @Test
    void whatNamesAPersonStartsAboveThisPerson() {
        for (ComplaintType type : ComplaintType.values()) {
            assertThat(type.firstLevel(false)).isEqualTo(type.startsAt());
            assertThat(type.firstLevel(true)).isEqualTo(HandlingLevel.REGENCY);
            if (type.person() != ComplaintCodes.Naming.NO) {
                assertThat(type.startsAt()).isGreaterThan(HandlingLevel.FACILITATOR);
            }
        }
    }

    @Test
    void theStatesFollowOneAnotherAsThePageSays() {
        List<String> page =
                RuleTable.rows(PAGE, "from", "to", "act", "when").stream()
                        .map(row -> row.get(0) + " " + row.get(1))
                        .toList();
        List<String> code =
                Stream.of(ComplaintState.values())
                        .flatMap(
                                from ->
                                        Stream.of(ComplaintState.values())
                                                .filter(from::canBecome)
                                                .map(to -> from + " " + to))
                        .toList();

        assertThat(code).containsExactlyInAnyOrderElementsOf(page);
    }

    @TestFactory
    Stream<DynamicTest> eachActLeadsToTheStateOfThePage() {
        return RuleTable.rows(PAGE, "from", "to", "act", "when").stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        String.join(" ", row),
                                        () -> {
                                            ComplaintState to = ComplaintState.valueOf(row.get(1));
                                            assertThat(after(row.get(0), row.get(2), to).state())
                                                    .isEqualTo(to);
                                        }));
    }

    private static Standing after(String from, String act, ComplaintState to) {
        Outcome outcome =
                to == ComplaintState.REJECTED || from.equals("REJECTED")
                        ? Outcome.REJECTED
                        : Outcome.DONE;
        Standing open = Standing.lodged(HandlingLevel.FACILITATOR, DUE);
        Standing taken = open.takenBy("facilitator");
        Standing followedUp =
                taken.followedUpBy(
                        "facilitator",
                        outcome,
                        outcome == Outcome.DONE ? null : RejectReason.NOT_OF_PROGRAMME);
        Standing before =
                switch (ComplaintState.valueOf(from)) {
                    case OPEN -> open;
                    case IN_PROGRESS -> taken;
                    case FOLLOWED_UP -> followedUp;
                    case DONE, REJECTED -> followedUp.closedBy("coordinator", null);
                };
        assertThat(before.state().name()).isEqualTo(from);
        return switch (act) {
            case "TAKEN" -> before.takenBy("facilitator");
            case "ESCALATED" -> before.escalated(LATER);
            case "FOLLOWED_UP" -> before.followedUpBy("facilitator", outcome, null);
            case "RETURNED" -> before.returned();
            case "CLOSED" -> before.closedBy("coordinator", null);
            case "REOPENED" -> before.reopened(LATER);
            default -> throw new AssertionError(act);
        };
    }

    @Test
    void whatIsLateGoesOneLevelUpAndStaysThereAtTheTop() {
        Standing standing = Standing.lodged(HandlingLevel.FACILITATOR, DUE).takenBy("one");
        for (HandlingLevel level :
                List.of(
                        HandlingLevel.COORDINATOR,
                        HandlingLevel.REGENCY,
                        HandlingLevel.MINISTRY,
                        HandlingLevel.MINISTRY)) {
            standing = standing.escalated(LATER);
            assertThat(standing.level()).isEqualTo(level);
            assertThat(standing.reach()).isEqualTo(level);
            assertThat(standing.dueOn()).isEqualTo(LATER);
            assertThat(standing.handler()).isNull();
        }
    }

    @Test
    void whatIsFollowedUpWaitsForItsSecondPersonAlsoAbove() {
        Standing standing =
                Standing.lodged(HandlingLevel.FACILITATOR, DUE)
                        .takenBy("one")
                        .followedUpBy("one", Outcome.DONE, null);

        assertThat(standing.reach()).isEqualTo(HandlingLevel.COORDINATOR);
        assertThat(standing.isClosedAt(HandlingLevel.FACILITATOR)).isTrue();
        assertThat(standing.isClosedAt(HandlingLevel.COORDINATOR)).isTrue();
        assertThat(standing.isClosedAt(HandlingLevel.REGENCY)).isFalse();
        Standing late = standing.escalated(LATER);
        assertThat(late.state()).isEqualTo(ComplaintState.FOLLOWED_UP);
        assertThat(late.followedUpBy()).isEqualTo("one");
        assertThat(late.isClosedAt(HandlingLevel.REGENCY)).isTrue();
        assertThat(late.reach()).isEqualTo(HandlingLevel.REGENCY);
    }

    @Test
    void aFamilyThatDoesNotAgreeGetsOtherPeople() {
        Standing closed =
                Standing.lodged(HandlingLevel.FACILITATOR, DUE)
                        .takenBy("one")
                        .followedUpBy("one", Outcome.DONE, null)
                        .closedBy("two", null);

        Standing again = closed.reopened(LATER);

        assertThat(again.level()).isEqualTo(HandlingLevel.COORDINATOR);
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.handler()).isNull();
        assertThat(again.closedBy()).isNull();
        assertThat(again.outcome()).isNull();
    }

    @Test
    void theStepsOfACardAreThoseOfThePage() {
        List<List<String>> rows = RuleTable.rows(PAGE, "cause", "first", "second", "third");
        assertThat(rows)
                .extracting(row -> row.get(0))
                .containsExactlyElementsOf(
                        Stream.of(ComplaintType.values())
                                .filter(type -> !CardSteps.of(type).isEmpty())
                                .map(Enum::name)
                                .toList());
        for (List<String> row : rows) {
            List<List<String>> places =
                    row.subList(1, 4).stream()
                            .map(ComplaintPageTest::listed)
                            .filter(place -> !place.isEmpty())
                            .toList();
            assertThat(CardSteps.of(ComplaintType.valueOf(row.get(0))))
                    .as(row.get(0))
                    .isEqualTo(
                            places.stream()
                                    .map(place -> place.stream().map(StepKind::valueOf).toList())
                                    .toList());
        }
    }

    @TestFactory
    Stream<DynamicTest> aStepIsTakenInItsOrder() {
        return RuleTable.rows(PAGE, "type", "before", "step", "on", "verdict").stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        String.join(" ", row),
                                        () ->
                                                assertThat(faultOf(row).orElse("–"))
                                                        .isEqualTo(row.get(4))));
    }

    private static Optional<String> faultOf(List<String> row) {
        String[] step = row.get(2).split(" without ");
        StepKind kind = StepKind.valueOf(step[0]);
        List<LocalDate> former =
                new ArrayList<>(listed(row.get(1)).stream().map(LocalDate::parse).toList());
        return StepRule.faultOf(
                ComplaintType.valueOf(row.get(0)),
                former,
                new Step(
                        kind,
                        LocalDate.parse(row.get(3)),
                        kind.needsReference() && step.length == 1,
                        kind.hasCardDigits() && step.length == 1),
                TODAY);
    }

    @Test
    void digitsOfACardBelongToANewCardOnly() {
        assertThat(
                        StepRule.faultOf(
                                ComplaintType.DATA_MISMATCH,
                                List.of(),
                                new Step(StepKind.FAMILY_VISITED, TODAY, false, true),
                                TODAY))
                .contains(StepRule.INCOMPLETE);
    }

    @Test
    void aComplaintIsSettledWhenSomethingWasDoneInThisRound() {
        assertThat(StepRule.isSettled(ComplaintType.DATA_MISMATCH, 0, 0)).isFalse();
        assertThat(StepRule.isSettled(ComplaintType.DATA_MISMATCH, 0, 1)).isTrue();
        assertThat(StepRule.isSettled(ComplaintType.CARD_LOST, 2, 2)).isFalse();
        assertThat(StepRule.isSettled(ComplaintType.CARD_LOST, 3, 3)).isTrue();
        assertThat(StepRule.isSettled(ComplaintType.CARD_LOST, 3, 0)).isFalse();
    }

    @Test
    void theEarlierOfTwoDeadlinesCounts() {
        for (List<String> row :
                RuleTable.rows(
                        PAGE, "days of the category", "days of the type", "settled within")) {
            List<CategoryDays> categories =
                    List.of(
                            days("OLD", "2020-01-01", 1),
                            days("NOW", "2026-03-10", Integer.parseInt(row.get(0))),
                            days("NEXT", "2026-03-11", 1));
            List<TypeDays> types = new ArrayList<>();
            types.add(new TypeDays("OLD", ComplaintType.CARD_LOST, 1));
            types.add(new TypeDays("NOW", ComplaintType.CARD_DAMAGED, 1));
            if (!row.get(1).equals("–")) {
                types.add(
                        new TypeDays("NOW", ComplaintType.CARD_LOST, Integer.parseInt(row.get(1))));
            }

            assertThat(
                            ComplaintDeadline.of(
                                    ComplaintType.CARD_LOST,
                                    Priority.MEDIUM,
                                    TODAY,
                                    categories,
                                    types))
                    .isEqualTo(TODAY.plusDays(Integer.parseInt(row.get(2))));
        }
    }

    private static CategoryDays days(String policy, String from, int days) {
        return new CategoryDays(
                policy, LocalDate.parse(from), Category.CARD, Priority.MEDIUM, days);
    }
}
