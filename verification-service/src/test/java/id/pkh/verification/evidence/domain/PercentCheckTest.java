package id.pkh.verification.evidence.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentCheckTest {

    @ParameterizedTest
    @CsvSource({
        // stated, present, effective, disagrees
        "90,    18, 20, false",
        "91,    18, 20, false",
        "89,    18, 20, false",
        "91.01, 18, 20, true",
        "88.99, 18, 20, true",
        "90.91, 20, 22, false",
        "100,   0,  0,  false",
        "0,     20, 20, true",
    })
    void a_point_of_difference_is_rounding_and_more_is_not(
            BigDecimal stated, int present, int effective, boolean disagrees) {
        assertThat(PercentCheck.disagrees(stated, present, effective)).isEqualTo(disagrees);
    }

    @ParameterizedTest
    @CsvSource({"20, 22, 90.91", "18, 20, 90.00", "1, 3, 33.33", "2, 3, 66.67"})
    void the_percentage_has_two_decimals(int present, int effective, BigDecimal percent) {
        assertThat(PercentCheck.percentOf(present, effective)).isEqualTo(percent);
    }
}
