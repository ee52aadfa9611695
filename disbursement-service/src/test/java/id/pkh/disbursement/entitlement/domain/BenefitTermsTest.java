package id.pkh.disbursement.entitlement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.disbursement.RulePage;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BenefitTermsTest {

    private static final BenefitTerms TERMS = RulePage.terms();

    @ParameterizedTest
    @MethodSource("id.pkh.disbursement.RulePage#firstDays")
    void aCycleNeedsRatesOnItsFirstDay(List<String> row) {
        LocalDate day = LocalDate.parse(row.get(0));
        assertThat(TERMS.cover(day)).isEqualTo(row.get(1).equals("known"));
    }

    @Test
    void nothingIsCalculatedForADayWithoutRates() {
        EntitlementFacts facts =
                new EntitlementFacts(
                        List.of(),
                        new CoveredRange(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 31)),
                        BenefitRate.REGULAR);
        assertThatThrownBy(() -> EntitlementRule.calculate(facts, TERMS))
                .hasMessageContaining("2027-01-01");
    }

    @Test
    void ratesWithoutAPolicyDoNotCoverADay() {
        BenefitTerms withoutPolicy = new BenefitTerms(TERMS.index(), List.of());
        assertThat(withoutPolicy.cover(LocalDate.of(2026, 4, 1))).isFalse();
    }
}
