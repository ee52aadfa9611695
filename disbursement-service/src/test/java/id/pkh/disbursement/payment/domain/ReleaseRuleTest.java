package id.pkh.disbursement.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.RulePage;
import id.pkh.disbursement.payment.domain.ReleaseRule.Release;
import id.pkh.disbursement.sanction.domain.Decision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReleaseRuleTest {

    static Stream<Arguments> casesOfThePage() {
        return RulePage.releases().stream()
                .map(row -> Arguments.of(row.get(0), row.get(1).equals("yes")));
    }

    @ParameterizedTest(name = "{0}: given back {1}")
    @MethodSource("casesOfThePage")
    void releasesThePaymentsThatTheRulePageStates(String decisions, boolean givenBack) {
        List<Decision> atSealing = RulePage.decisions(decisions);

        assertThat(release(atSealing, atSealing).isPresent()).isEqualTo(givenBack);
    }

    @Test
    void namesTheDecisionThatEndedLast() {
        List<Decision> both =
                RulePage.decisions(
                        "HOLD 2026-04-01 lifted OFFICER; HOLD 2026-05-01 lifted COMMITMENT_MET");

        assertThat(release(both, both)).contains(new Release(new UUID(0, 2), "COMMITMENT_MET"));
    }

    @Test
    void aDecisionMadeAfterSealingDoesNotCount() {
        List<Decision> known =
                RulePage.decisions("HOLD 2026-04-01 lifted OFFICER; HOLD 2026-04-01");

        assertThat(release(known.subList(0, 1), known)).isPresent();
    }

    @Test
    void aPaymentWithoutBlockingDecisionsIsNotReleased() {
        assertThat(ReleaseRule.release(List.of(), Map.of())).isEmpty();
    }

    private static Optional<Release> release(List<Decision> atSealing, List<Decision> known) {
        return ReleaseRule.release(
                atSealing.stream().map(Decision::decisionId).toList(),
                known.stream()
                        .collect(Collectors.toMap(Decision::decisionId, Function.identity())));
    }
}
