package id.pkh.verification.decision.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.verification.sanction.domain.Step;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
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
            Measure decision,
            MoneyEffect effect,
            String refusal) {
        DecisionRule.Matter matter =
                new DecisionRule.Matter(Proposed.by(step), withdrawn, decided, true, false);
        assertThat(DecisionRule.refusal(matter, decision, effect).orElse(null)).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01, 2026-02-01",
        "2026-12, 2027-01-01",
        "2026-Q1, 2026-04-01",
        "2026-Q4, 2027-01-01",
    })
    void counts_from_the_first_day_after_the_period(String period, LocalDate from) {
        assertThat(DecisionRule.earliestDay(VerificationPeriod.parse(period))).isEqualTo(from);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "TERMINATE,  TERMINATE,  false, true,  -",
                "GRADUATE,   GRADUATE,   false, true,  -",
                "MOVE,       MOVE,       false, true,  -",
                "DECEASE,    DECEASE,    false, true,  -",
                "INELIGIBLE, INELIGIBLE, false, true,  -",
                "REINSTATE,  REINSTATE,  false, true,  -",
                "GRADUATE,   DISMISS,    false, true,  -",
                "GRADUATE,   DISMISS,    false, false, -",
                "GRADUATE,   GRADUATE,   false, false, STATUS_DOES_NOT_FIT",
                "GRADUATE,   TERMINATE,  false, true,  DECISION_DOES_NOT_FIT",
                "REINSTATE,  TERMINATE,  false, true,  DECISION_DOES_NOT_FIT",
                "GRADUATE,   GRADUATE,   true,  true,  PROPOSAL_WITHDRAWN",
            })
    void says_why_a_proposal_of_a_person_cannot_be_decided(
            Proposed proposed,
            Measure measure,
            boolean withdrawn,
            boolean fitting,
            String refusal) {
        assertThat(
                        DecisionRule.refusal(
                                        new DecisionRule.Matter(
                                                proposed, withdrawn, false, fitting, false),
                                        measure,
                                        MoneyEffect.NONE)
                                .orElse(null))
                .isEqualTo(refusal);
    }

    @Test
    void waits_for_an_open_appeal() {
        assertThat(
                        DecisionRule.refusal(
                                new DecisionRule.Matter(
                                        Proposed.SUSPENSION, false, false, true, true),
                                Measure.SUSPEND,
                                MoneyEffect.HOLD))
                .contains("APPEAL_OPEN");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "officer-1, clerk-1, DECISION_SAME_PERSON",
                "clerk-1,   clerk-1, DECISION_BY_WITNESS",
                "officer-2, clerk-1, -",
            })
    void is_confirmed_by_a_second_person_who_is_no_witness(
            String person, String witness, String refusal) {
        assertThat(DecisionRule.refusalToConfirm("officer-1", Set.of(witness), person).orElse(null))
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01, 2026-03-20, 0,  2026-04-01",
        "2026-04-01, 2026-04-01, 0,  2026-04-01",
        "2026-04-01, 2026-04-02, 0,  2026-04-02",
        "2026-04-01, 2026-04-02, 14, 2026-04-16",
        "2026-04-01, 2026-03-18, 14, 2026-04-01",
        "2026-04-01, 2026-03-19, 14, 2026-04-02",
    })
    void never_applies_before_its_delivery(
            LocalDate earliest, LocalDate delivered, int days, LocalDate from) {
        assertThat(DecisionRule.effectiveFrom(earliest, delivered, days)).isEqualTo(from);
    }
}
