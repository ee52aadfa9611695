package id.pkh.verification.sanction.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.verification.signal.domain.Cause;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StepDifferenceTest {

    private static final Cause ABSENCE = Cause.GROUP_MEETING_ABSENCE;

    @Test
    void what_is_due_and_does_not_stand_is_issued_in_order() {
        StepDifference difference = StepDifference.between(List.of(), due("S S"));
        assertThat(difference.toIssue())
                .extracting(step -> step.period().text())
                .containsExactly("2026-01", "2026-02");
        assertThat(difference.toWithdraw()).isEmpty();
    }

    @Test
    void what_stands_and_is_due_is_left_alone() {
        assertThat(StepDifference.between(standing("S S S"), due("S S S")).isEmpty()).isTrue();
    }

    @Test
    void what_stands_and_is_no_longer_due_is_withdrawn() {
        StepDifference difference = StepDifference.between(standing("S S S"), due("S C S"));
        assertThat(difference.toWithdraw())
                .extracting(step -> step.key().period().text() + " " + step.key().rung())
                .containsExactly("2026-02 2", "2026-03 3");
        assertThat(difference.toIssue())
                .extracting(step -> step.period().text() + " " + step.rung())
                .containsExactly("2026-03 1");
    }

    @Test
    void a_family_is_told_once_even_when_more_periods_run_than_before() {
        List<DueStep> later = due("S S S S S");
        List<ActiveStep> standing = standing("C S S S S");
        StepDifference difference = StepDifference.between(standing, later);
        assertThat(difference.toWithdraw().stream().map(step -> step.key().period().text()))
                .doesNotContain("2026-05");
        assertThat(difference.toIssue().stream().map(step -> step.period().text()))
                .doesNotContain("2026-05");
    }

    private static List<DueStep> due(String letters) {
        return SanctionFixture.laddersOfTheRulePage()
                .stepsThatFollowFrom(SanctionFixture.history(ABSENCE, letters));
    }

    private static List<ActiveStep> standing(String letters) {
        return due(letters).stream()
                .map(
                        step ->
                                new ActiveStep(
                                        UUID.nameUUIDFromBytes(step.key().toString().getBytes()),
                                        step.key()))
                .toList();
    }
}
