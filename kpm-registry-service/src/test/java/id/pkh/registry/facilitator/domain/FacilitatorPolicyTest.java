package id.pkh.registry.facilitator.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FacilitatorPolicyTest {

    private static final FacilitatorPolicy FIRST = FacilitatorRulePage.policy();
    private static final FacilitatorPolicy NEXT =
            new FacilitatorPolicy(LocalDate.parse("2028-01-01"), 300, 21, 14, true);

    @Test
    void theLatestThatHasBegunApplies() {
        List<FacilitatorPolicy> both = List.of(NEXT, FIRST);
        assertThat(FacilitatorPolicy.on(LocalDate.parse("2027-12-31"), both)).isEqualTo(FIRST);
        assertThat(FacilitatorPolicy.on(LocalDate.parse("2028-01-01"), both)).isEqualTo(NEXT);
    }

    @Test
    void aDayBeforeAllIsAnErrorAndNoGuess() {
        assertThatThrownBy(
                        () -> FacilitatorPolicy.on(LocalDate.parse("2017-12-31"), List.of(FIRST)))
                .isInstanceOf(IllegalStateException.class);
    }
}
