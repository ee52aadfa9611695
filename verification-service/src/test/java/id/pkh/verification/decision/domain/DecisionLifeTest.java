package id.pkh.verification.decision.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.testsupport.RuleTable;
import id.pkh.verification.decision.domain.DecisionLife.Act;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The life of a decision against {@code docs/rules/decisions.md}. */
class DecisionLifeTest {

    private static final String NOTHING = "–";

    @TestFactory
    Stream<DynamicTest> every_transition_of_the_rule_page() {
        return RuleTable.rows("decisions.md", "so far", "act", "then").stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        String.join(" | ", row), () -> assertTransition(row)));
    }

    private static void assertTransition(List<String> row) {
        DecisionLife life = after(row.get(0));
        Act act = Act.valueOf(row.get(1));
        String then = life.refusal(act).orElseGet(() -> life.after(act).state().name());
        assertThat(then).isEqualTo(row.get(2));
        if (life.refusal(act).isPresent()) {
            assertThatThrownBy(() -> life.after(act)).isInstanceOf(IllegalStateException.class);
        }
    }

    private static DecisionLife after(String soFar) {
        DecisionLife life = DecisionLife.proposed(true);
        if (!soFar.equals(NOTHING)) {
            for (String act : soFar.split(", ")) {
                life = life.after(Act.valueOf(act));
            }
        }
        return life;
    }

    @Test
    void the_rule_page_has_every_act_in_every_state_of_a_decision_that_was_taken() {
        List<List<String>> rows = RuleTable.rows("decisions.md", "so far", "act", "then");
        for (String soFar :
                List.of(
                        NOTHING,
                        "PREPARE",
                        "PREPARE, CONFIRM",
                        "PREPARE, CONFIRM, DELIVER",
                        "PREPARE, CONFIRM, STAY",
                        "PREPARE, CONFIRM, LIFT")) {
            List<String> acts =
                    rows.stream()
                            .filter(row -> row.get(0).equals(soFar))
                            .map(row -> row.get(1))
                            .toList();
            assertThat(acts)
                    .as(soFar)
                    .containsAll(
                            Arrays.stream(Act.values())
                                    .filter(act -> !soFar.contains("CONFIRM") || !isBefore(act))
                                    .map(Act::name)
                                    .toList());
        }
    }

    private static boolean isBefore(Act act) {
        return act == Act.PREPARE || act == Act.CONFIRM || act == Act.DROP;
    }

    @ParameterizedTest
    @EnumSource(
            value = Act.class,
            names = {"DELIVER", "TAKE_EFFECT", "STAY", "END_STAY", "LIFT"})
    void nothing_happens_to_a_decision_that_is_not_against_the_family(Act act) {
        DecisionLife settled = DecisionLife.proposed(false).after(Act.PREPARE).after(Act.CONFIRM);
        assertThat(settled.state()).isEqualTo(DecisionState.SETTLED);
        assertThat(settled.refusal(act)).contains("DECISION_WITHOUT_EFFECT");
    }
}
