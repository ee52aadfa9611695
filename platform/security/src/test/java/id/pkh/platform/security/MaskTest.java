package id.pkh.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "1771080101900001, ************0001",
                "12345678, ****5678",
                "1234567, *******",
                "1, *",
                "'', ''",
                "none, ''",
            })
    void only_the_end_of_a_long_number_is_shown(String number, String shown) {
        assertThat(Mask.digits(number)).isEqualTo(shown);
    }
}
