package id.pkh.verification.sanction.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionRuleTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "SUSPENSION_PROPOSED,  false, false, SUSPEND,   HOLD,    -",
                "SUSPENSION_PROPOSED,  false, false, SUSPEND,   FORFEIT, -",
                "SUSPENSION_PROPOSED,  false, false, DISMISS,   NONE,    -",
                "TERMINATION_PROPOSED, false, false, TERMINATE, NONE,    -",
                "TERMINATION_PROPOSED, false, false, DISMISS,   NONE,    -",
                "SUSPENSION_PROPOSED,  false, false, SUSPEND,   NONE,    EFFECT_DOES_NOT_FIT",
                "SUSPENSION_PROPOSED,  false, false, DISMISS,   HOLD,    EFFECT_DOES_NOT_FIT",
                "TERMINATION_PROPOSED, false, false, TERMINATE, FORFEIT, EFFECT_DOES_NOT_FIT",
                "SUSPENSION_PROPOSED,  false, false, TERMINATE, NONE,    DECISION_DOES_NOT_FIT",
                "TERMINATION_PROPOSED, false, false, SUSPEND,   HOLD,    DECISION_DOES_NOT_FIT",
                "REMINDER,             false, false, SUSPEND,   HOLD,    STEP_NOT_A_PROPOSAL",
                "SUSPENSION_WARNING,   false, false, SUSPEND,   HOLD,    STEP_NOT_A_PROPOSAL",
                "SUSPENSION_WARNING,   true,  false, DISMISS,   NONE,    STEP_NOT_A_PROPOSAL",
                "SUSPENSION_PROPOSED,  true,  false, SUSPEND,   HOLD,    STEP_WITHDRAWN",
                "SUSPENSION_PROPOSED,  true,  true,  SUSPEND,   HOLD,    STEP_WITHDRAWN",
                "SUSPENSION_PROPOSED,  false, true,  SUSPEND,   HOLD,    ALREADY_DECIDED",
            })
    void says_why_a_decision_cannot_be_taken(
            Step step,
            boolean withdrawn,
            boolean decided,
            DecisionKind decision,
            MoneyEffect effect,
            String refusal) {
        assertThat(DecisionRule.refusal(step, withdrawn, decided, decision, effect).orElse(null))
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01, 2026-02-01",
        "2026-12, 2027-01-01",
        "2026-Q1, 2026-04-01",
        "2026-Q4, 2027-01-01",
    })
    void counts_from_the_first_day_after_the_period(String period, LocalDate from) {
        assertThat(DecisionRule.effectiveFrom(VerificationPeriod.parse(period))).isEqualTo(from);
    }
}
