package id.pkh.disbursement.entitlement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.disbursement.entitlement.domain.BenefitRate.Basis;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenefitIndexTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final LocalDate LAST = LocalDate.parse("2026-12-31");

    @ParameterizedTest(name = "on {0} the rate holds: {1}")
    @CsvSource({
        "2025-12-31, false",
        "2026-01-01, true",
        "2026-01-02, true",
        "2026-12-31, true",
        "2027-01-01, false"
    })
    void aRateAppliesFromItsFirstToItsLastDay(LocalDate day, boolean holds) {
        BenefitIndex index = new BenefitIndex(List.of(rate("SD", FIRST, LAST)));

        assertThat(index.memberRate("SD", day).isPresent()).isEqualTo(holds);
    }

    @Test
    void aRateWithoutAnEndStillApplies() {
        BenefitIndex index = new BenefitIndex(List.of(rate("SD", FIRST, null)));

        assertThat(index.memberRate("SD", LocalDate.parse("2099-01-01"))).isPresent();
    }

    @Test
    void twoRatesOfOneComponentNeverApplyOnTheSameDay() {
        List<BenefitRate> touching = List.of(rate("SD", FIRST, LAST), rate("SD", LAST, null));

        assertThatThrownBy(() -> new BenefitIndex(touching)).hasMessageContaining("SD");
        new BenefitIndex(List.of(rate("SD", FIRST, LAST), rate("SD", LAST.plusDays(1), null)));
        new BenefitIndex(List.of(rate("SD", FIRST, LAST), rate("SMP", FIRST, LAST)));
    }

    private static BenefitRate rate(String component, LocalDate from, LocalDate until) {
        return new BenefitRate(
                component,
                Basis.MEMBER,
                BenefitRate.REGULAR,
                from,
                until,
                Rupiah.of(1),
                "",
                "field");
    }
}
