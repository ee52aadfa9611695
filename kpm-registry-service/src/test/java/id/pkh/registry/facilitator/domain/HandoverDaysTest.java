package id.pkh.registry.facilitator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HandoverDaysTest {

    private static final LocalDate PLANNED_ON = LocalDate.parse("2026-03-01");

    static List<List<String>> plans() {
        return FacilitatorRulePage.rows(
                "first day", "overlap until", "reason", "predecessor until", "verdict");
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aPlanHasDaysOrIsRefused(List<String> row) {
        decides(
                new HandoverDays.Wanted(
                        null,
                        LocalDate.parse(row.get(0)),
                        FacilitatorRulePage.day(row.get(1)),
                        HandoverReason.valueOf(row.get(2))),
                FacilitatorRulePage.day(row.get(3)),
                row.get(4));
    }

    static List<List<String>> announcedOnPaper() {
        return FacilitatorRulePage.rows("notice on paper", "first day", "reason", "verdict");
    }

    @ParameterizedTest
    @MethodSource("announcedOnPaper")
    void theNoticeMayHaveBeenOnPaper(List<String> row) {
        decides(
                new HandoverDays.Wanted(
                        LocalDate.parse(row.get(0)),
                        LocalDate.parse(row.get(1)),
                        null,
                        HandoverReason.valueOf(row.get(2))),
                null,
                row.get(3));
    }

    private static void decides(
            HandoverDays.Wanted wanted, LocalDate predecessorUntil, String expected) {
        HandoverDays.Verdict verdict =
                HandoverDays.plan(
                        wanted, PLANNED_ON, predecessorUntil, FacilitatorRulePage.policy());
        assertThat(
                        verdict.days()
                                .map(days -> days.overlapUntil().toString())
                                .orElseGet(verdict::refusal))
                .isEqualTo(expected);
    }

    @Test
    void theReasonsAreThoseOfTheRulePage() {
        assertThat(Stream.of(HandoverReason.values()))
                .extracting(
                        reason ->
                                List.of(
                                        reason.name(),
                                        reason.permitsShortNotice() ? "yes" : "no",
                                        reason.hasOverlap() ? "yes" : "no"))
                .containsExactlyElementsOf(
                        FacilitatorRulePage.rows("reason", "short notice", "overlap"));
    }

    static List<List<String>> states() {
        return FacilitatorRulePage.rows(
                "first day", "overlap until", "cancelled", "today", "state");
    }

    @ParameterizedTest
    @MethodSource("states")
    void theStateFollowsFromTheDays(List<String> row) {
        assertThat(
                        HandoverState.on(
                                LocalDate.parse(row.get(3)),
                                LocalDate.parse(row.get(0)),
                                LocalDate.parse(row.get(1)),
                                row.get(2).equals("yes")))
                .isEqualTo(HandoverState.valueOf(row.get(4)));
    }
}
