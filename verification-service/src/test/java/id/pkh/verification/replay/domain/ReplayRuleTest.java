package id.pkh.verification.replay.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.verification.replay.domain.ReplayRule.Side;
import id.pkh.verification.sanction.domain.CauseHistory;
import id.pkh.verification.sanction.domain.Rung;
import id.pkh.verification.sanction.domain.SanctionLadder;
import id.pkh.verification.sanction.domain.SanctionLadders;
import id.pkh.verification.sanction.domain.Step;
import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.PeriodState;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayRuleTest {

    private static final Cause CAUSE = Cause.P2K2_ABSENCE;
    private static final ReplayRange FIRST_QUARTER = range("2026-Q1", "2026-Q1");

    private static final SanctionLadders PRESENT =
            new SanctionLadders(
                    List.of(ladder("2019-01-01", Step.REMINDER, Step.SUSPENSION_WARNING)));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    C C C C | none
                    S C C C | none
                    C S C C | 2026-01 REMINDER SUSPENSION_WARNING
                    S S C C | 2026-01 SUSPENSION_WARNING SUSPENSION_PROPOSED
                    C S S C | 2026-01 REMINDER SUSPENSION_WARNING; 2026-02 SUSPENSION_WARNING SUSPENSION_PROPOSED
                    C U S C | 2026-02 REMINDER SUSPENSION_WARNING
                    C C C S | 2026-03 REMINDER SUSPENSION_WARNING
                    """)
    void aDraftLadderChangesTheStepsOfTheRange(String states, String changes) {
        CauseHistory history = history(states);
        SanctionLadders draft =
                PRESENT.asIf(
                        ladder("2026-01-01", Step.SUSPENSION_WARNING, Step.SUSPENSION_PROPOSED));
        assertThat(text(new Side(history, PRESENT), new Side(history, draft))).isEqualTo(changes);
    }

    @Test
    void otherFactsChangeStepsTooAndTheSameFactsChangeNothing() {
        Side one = new Side(history("C S S C"), PRESENT);
        assertThat(text(one, new Side(history("C S C C"), PRESENT)))
                .isEqualTo("2026-02 SUSPENSION_WARNING NONE");
        assertThat(text(one, one)).isEqualTo("none");
    }

    @Test
    void aDraftTakesThePlaceOfEveryLaterLadder() {
        SanctionLadders later =
                new SanctionLadders(
                        List.of(
                                ladder("2019-01-01", Step.REMINDER, Step.REMINDER),
                                ladder("2026-02-01", Step.NONE, Step.NONE)));
        SanctionLadder draft =
                ladder("2026-01-01", Step.SUSPENSION_WARNING, Step.SUSPENSION_WARNING);
        assertThat(later.asIf(draft).ladders())
                .extracting(SanctionLadder::validFrom)
                .containsExactly(LocalDate.of(2019, 1, 1), LocalDate.of(2026, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-Q1, 2026-Q2, 2026-01, true",
        "2026-Q1, 2026-Q2, 2026-06, true",
        "2026-Q1, 2026-Q2, 2026-07, false",
        "2026-Q1, 2026-Q2, 2025-12, false",
        "2026-Q1, 2026-Q2, 2026-Q2, true",
        "2026-Q1, 2026-Q2, 2026-Q3, false",
    })
    void aRangeContainsMonthsAndQuarters(String first, String last, String period, boolean within) {
        assertThat(range(first, last).contains(VerificationPeriod.parse(period))).isEqualTo(within);
    }

    @Test
    void aRangeIsOrderedAndHasAnEnd() {
        assertThat(range("2024-Q3", "2026-Q2").quarters()).hasSize(ReplayRange.MAX_QUARTERS);
        assertThatThrownBy(() -> range("2024-Q2", "2026-Q2"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> range("2026-Q2", "2026-Q1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> range("2026-01", "2026-Q1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(Side before, Side after) {
        List<String> changes =
                ReplayRule.changes(before, after, FIRST_QUARTER).stream()
                        .map(c -> c.period().text() + " " + c.before() + " " + c.after())
                        .toList();
        return changes.isEmpty() ? "none" : String.join("; ", changes);
    }

    /** December, and the months of the first quarter. */
    private static CauseHistory history(String states) {
        List<PeriodState> facts = new ArrayList<>();
        YearMonth month = YearMonth.of(2025, 12);
        for (String state : states.split(" ")) {
            VerificationPeriod period = VerificationPeriod.month(month);
            facts.add(
                    switch (state) {
                        case "S" -> PeriodState.signal(period, Attribution.FAMILY, "ABSENT");
                        case "U" -> PeriodState.unknown(period);
                        default -> PeriodState.clean(period);
                    });
            month = month.plusMonths(1);
        }
        return CauseHistory.of(CAUSE, facts);
    }

    private static SanctionLadder ladder(String from, Step first, Step second) {
        return new SanctionLadder(
                "L-" + from,
                LocalDate.parse(from),
                "a decree",
                List.of(
                        new Rung(CAUSE, 1, first, false, List.of()),
                        new Rung(CAUSE, 2, second, false, List.of())));
    }

    private static ReplayRange range(String first, String last) {
        return new ReplayRange(VerificationPeriod.parse(first), VerificationPeriod.parse(last));
    }
}
