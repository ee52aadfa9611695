package id.pkh.verification.sanction.domain;

import static id.pkh.verification.sanction.domain.SanctionFixture.history;
import static id.pkh.verification.sanction.domain.SanctionFixture.ladderOfTheRulePage;
import static id.pkh.verification.sanction.domain.SanctionFixture.laddersOfTheRulePage;
import static id.pkh.verification.sanction.domain.SanctionFixture.rungsOfTheRulePage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.testsupport.RuleTable;
import id.pkh.verification.MigrationRows;
import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.PeriodState;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The ladder against {@code docs/rules/sanction-ladder.md}: both tables of the page are read, so
 * they cannot drift.
 */
class SanctionLadderTest {

    private static final String MIGRATION = "V20260105090400__policies.sql";

    @TestFactory
    Stream<DynamicTest> worked_cases_of_the_rule_page() {
        return RuleTable.rows("sanction-ladder.md", "cause", "periods", "running", "step").stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        String.join(" ", row),
                                        () -> assertCase(Cause.valueOf(row.get(0)), row)));
    }

    private static void assertCase(Cause cause, List<String> row) {
        CauseHistory history = history(cause, row.get(1));
        int last = history.states().size() - 1;
        assertThat(history.runningAt(last)).isEqualTo(Integer.parseInt(row.get(2)));
        assertThat(stepOfLastPeriod(history)).isEqualTo(Step.valueOf(row.get(3)));
    }

    private static Step stepOfLastPeriod(CauseHistory history) {
        VerificationPeriod last = history.states().get(history.states().size() - 1).period();
        return laddersOfTheRulePage().stepsThatFollowFrom(history).stream()
                .filter(step -> step.period().equals(last))
                .map(DueStep::step)
                .findFirst()
                .orElse(Step.NONE);
    }

    @Test
    void the_migration_holds_the_ladder_of_the_rule_page() {
        List<Rung> migrated =
                MigrationRows.inserted(MIGRATION, "ladder_rung").stream()
                        .map(
                                row ->
                                        new Rung(
                                                Cause.valueOf(row.get(1)),
                                                Integer.parseInt(row.get(2)),
                                                Step.valueOf(row.get(3)),
                                                Boolean.parseBoolean(row.get(4)),
                                                Arrays.asList(
                                                        row.get(5)
                                                                .replaceAll("[{}]", "")
                                                                .split(","))))
                        .toList();
        assertThat(migrated).containsExactlyElementsOf(rungsOfTheRulePage());
        assertThat(MigrationRows.inserted(MIGRATION, "ladder_policy"))
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.get(0)).isEqualTo("LADDER-2026");
                            assertThat(row.get(1)).isEqualTo("2019-01-01");
                            assertThat(row.get(2)).isNotBlank();
                        });
    }

    @Test
    void every_signal_of_a_run_has_its_own_step() {
        assertThat(
                        laddersOfTheRulePage()
                                .stepsThatFollowFrom(
                                        history(Cause.GROUP_MEETING_ABSENCE, "S S S S C S")))
                .extracting(
                        step ->
                                step.period().text()
                                        + " "
                                        + step.running()
                                        + " "
                                        + step.rung()
                                        + " "
                                        + step.step())
                .containsExactly(
                        "2026-01 1 1 REMINDER",
                        "2026-02 2 2 SUSPENSION_WARNING",
                        "2026-03 3 3 SUSPENSION_PROPOSED",
                        "2026-04 4 3 SUSPENSION_PROPOSED",
                        "2026-06 1 1 REMINDER");
    }

    @Test
    void a_step_carries_everything_that_explains_it() {
        assertThat(
                        laddersOfTheRulePage()
                                .stepsThatFollowFrom(history(Cause.COMMITMENT_NOT_VERIFIED, "S")))
                .containsExactly(
                        new DueStep(
                                VerificationPeriod.quarter(2026, 1),
                                Cause.COMMITMENT_NOT_VERIFIED,
                                1,
                                1,
                                Step.SUSPENSION_WARNING,
                                true,
                                Attribution.FACILITATOR,
                                List.of("REASON"),
                                List.of("FACILITATOR"),
                                "LADDER-2026",
                                "choice"));
    }

    @Test
    void a_period_without_any_fact_starts_the_count_again() {
        Cause cause = Cause.GROUP_MEETING_ABSENCE;
        List<PeriodState> withGap = new ArrayList<>(SanctionFixture.states(cause, "S S S"));
        withGap.remove(1);
        assertThat(laddersOfTheRulePage().stepsThatFollowFrom(CauseHistory.of(cause, withGap)))
                .extracting(DueStep::running)
                .containsExactly(1, 1);
    }

    @Test
    void a_run_goes_on_over_the_turn_of_the_year() {
        Cause cause = Cause.P2K2_ABSENCE;
        CauseHistory history =
                CauseHistory.of(
                        cause,
                        Stream.of("2025-11", "2025-12", "2026-01")
                                .map(VerificationPeriod::parse)
                                .map(period -> SanctionFixture.state(cause, period, "S"))
                                .toList());
        assertThat(laddersOfTheRulePage().stepsThatFollowFrom(history))
                .extracting(DueStep::running)
                .containsExactly(1, 2, 3);
    }

    @Test
    void a_period_is_judged_by_the_policy_that_was_valid_when_it_began() {
        SanctionLadder stricter =
                new SanctionLadder(
                        "LADDER-LATER",
                        LocalDate.of(2026, 2, 2),
                        "decree",
                        List.of(
                                new Rung(
                                        Cause.GROUP_MEETING_ABSENCE,
                                        1,
                                        Step.SUSPENSION_WARNING,
                                        false,
                                        List.of())));
        SanctionLadders both = new SanctionLadders(List.of(stricter, ladderOfTheRulePage()));
        assertThat(both.stepsThatFollowFrom(history(Cause.GROUP_MEETING_ABSENCE, "S S S")))
                .extracting(step -> step.policyCode() + " " + step.step())
                .containsExactly(
                        "LADDER-2026 REMINDER",
                        // the policy is a day younger than the month
                        "LADDER-2026 SUSPENSION_WARNING",
                        "LADDER-LATER SUSPENSION_WARNING");
    }

    @Test
    void a_policy_applies_to_the_period_that_begins_on_its_first_day() {
        SanctionLadder fromMarch =
                new SanctionLadder(
                        "MARCH", LocalDate.of(2026, 3, 1), "decree", rungsOfTheRulePage());
        SanctionLadders ladders = new SanctionLadders(List.of(fromMarch));
        assertThat(ladders.inForceFor(VerificationPeriod.parse("2026-02"))).isEmpty();
        assertThat(ladders.inForceFor(VerificationPeriod.parse("2026-03"))).contains(fromMarch);
        assertThat(ladders.inForceFor(VerificationPeriod.parse("2026-Q1"))).isEmpty();
        assertThat(ladders.inForceFor(VerificationPeriod.parse("2026-Q2"))).contains(fromMarch);
    }

    @Test
    void a_ladder_with_a_gap_a_fall_or_no_basis_is_none() {
        assertRefused(new Rung(Cause.P2K2_ABSENCE, 2, Step.REMINDER, false, List.of()));
        assertRefused(
                new Rung(Cause.P2K2_ABSENCE, 1, Step.SUSPENSION_WARNING, false, List.of()),
                new Rung(Cause.P2K2_ABSENCE, 2, Step.REMINDER, false, List.of()));
        assertRefused(
                new Rung(Cause.P2K2_ABSENCE, 1, Step.REMINDER, false, List.of()),
                new Rung(Cause.P2K2_ABSENCE, 1, Step.REMINDER, false, List.of()));
        assertThatThrownBy(
                        () -> new SanctionLadder("X", SanctionFixture.VALID_FROM, " ", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertRefused(Rung... rungs) {
        assertThatThrownBy(
                        () ->
                                new SanctionLadder(
                                        "X", SanctionFixture.VALID_FROM, "choice", List.of(rungs)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_can_be_proposed_on_a_protected_rung() {
        for (Step step : List.of(Step.SUSPENSION_PROPOSED, Step.TERMINATION_PROPOSED)) {
            assertThatThrownBy(() -> new Rung(Cause.MEETING_NOT_HELD, 1, step, true, List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_step_is_decided_where_the_highest_rung_can_be_reached_from_the_facts_that_are_left() {
        assertThat(laddersOfTheRulePage().decidedFrom(YearMonth.of(2026, 4)))
                .hasToString("2026-06");
    }
}
