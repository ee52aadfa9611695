package id.pkh.verification.appeal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppealRuleTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 2, 14);

    @Test
    void the_window_is_counted_from_the_day_of_issue() {
        assertThat(AppealRule.lastDay(LocalDate.of(2026, 1, 15), 30)).isEqualTo(LAST_DAY);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "false, false, 2026-02-13, -",
                "false, false, 2026-02-14, -",
                "false, false, 2026-02-15, APPEAL_WINDOW_CLOSED",
                "false, true,  2026-02-15, APPEAL_ALREADY_LODGED",
                "true,  false, 2026-02-01, STEP_WITHDRAWN",
            })
    void says_why_an_appeal_cannot_be_lodged(
            boolean withdrawn, boolean lodged, LocalDate today, String refusal) {
        assertThat(AppealRule.refusalToLodge(withdrawn, lodged, LAST_DAY, today).orElse(null))
                .isEqualTo(refusal);
    }

    @Test
    void the_window_is_open_as_long_as_nothing_was_delivered() {
        assertThat(AppealRule.refusalToLodge(false, false, null, LocalDate.of(2030, 1, 1)))
                .isEmpty();
    }

    @Test
    void neither_who_prepared_nor_who_confirmed_decides() {
        Set<String> deciders = Set.of("officer-1", "officer-2");
        assertThat(AppealRule.refusalToDecide(false, deciders, "facilitator-1", "officer-1"))
                .contains("SAME_PERSON");
        assertThat(AppealRule.refusalToDecide(false, deciders, "facilitator-1", "officer-2"))
                .contains("SAME_PERSON");
        assertThat(AppealRule.refusalToDecide(false, deciders, "facilitator-1", "officer-3"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "false, -,         facilitator-1, officer-2,     -",
                "false, officer-1, facilitator-1, officer-2,     -",
                "false, officer-2, facilitator-1, officer-2,     SAME_PERSON",
                "false, -,         facilitator-1, facilitator-1, SAME_PERSON",
                "true,  officer-1, facilitator-1, officer-2,     APPEAL_ALREADY_DECIDED",
            })
    void nobody_judges_her_own_case(
            boolean decided,
            String stepDecidedBy,
            String lodgedBy,
            String decider,
            String refusal) {
        assertThat(
                        AppealRule.refusalToDecide(
                                        decided,
                                        stepDecidedBy == null ? Set.of() : Set.of(stepDecidedBy),
                                        lodgedBy,
                                        decider)
                                .orElse(null))
                .isEqualTo(refusal);
    }
}
