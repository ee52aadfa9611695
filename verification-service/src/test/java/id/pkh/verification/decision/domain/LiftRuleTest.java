package id.pkh.verification.decision.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LiftRuleTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "SUSPEND,   CORRECTED_FACT, officer-3, -",
                "SUSPEND,   OFFICER_ERROR,  officer-3, -",
                "SUSPEND,   COMMITMENT_MET, officer-3, -",
                "TERMINATE, CORRECTED_FACT, officer-3, -",
                "TERMINATE, OFFICER_ERROR,  officer-3, -",
                "GRADUATE,  OFFICER_ERROR,  officer-3, -",
                "TERMINATE, COMMITMENT_MET, officer-3, LIFT_REASON_DOES_NOT_FIT",
                "MOVE,      COMMITMENT_MET, officer-3, LIFT_REASON_DOES_NOT_FIT",
                "SUSPEND,   APPEAL_UPHELD,  officer-3, LIFT_REASON_DOES_NOT_FIT",
                "SUSPEND,   OFFICER,        officer-3, LIFT_REASON_DOES_NOT_FIT",
                "SUSPEND,   OFFICER_ERROR,  officer-1, LIFT_SAME_PERSON",
                "SUSPEND,   OFFICER_ERROR,  officer-2, LIFT_SAME_PERSON",
            })
    void is_lifted_by_another_person_for_a_reason_that_fits(
            Measure measure, LiftReason reason, String person, String refusal) {
        assertThat(LiftRule.refusal(measure, reason, "officer-1", "officer-2", person).orElse(null))
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @EnumSource(LiftReason.class)
    void only_a_decision_that_should_not_have_been_made_is_undone(LiftReason reason) {
        assertThat(reason.undoes())
                .isEqualTo(reason != LiftReason.COMMITMENT_MET && reason != LiftReason.OFFICER);
    }
}
