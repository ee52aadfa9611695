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
                "SITI AMINAH, ***********",
                "1234567890.0, ************",
                "1, *",
                "'', ''",
                "none, ''",
            })
    void only_the_end_of_a_long_number_is_shown(String number, String shown) {
        assertThat(Mask.digits(number)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "Siti Aminah, S*** A*****",
                "HIDUP, H****",
                "1771 0801 0190 0001, ***************0001",
                "１７７１０８０１０１９００００１, ************0001",
                "1234-5678-9012 a/n Siti, **********9012 a/n S***",
                "O'Brien-Sari, O'B****-S***",
                "45, 45",
                "31/02/2026, 31/02/2026",
                "17.71.08.1099, 17.71.08.1099",
                "'', ''",
                "none, ''",
            })
    void a_text_shows_its_form_and_not_what_it_says(String text, String shown) {
        assertThat(Mask.text(text)).isEqualTo(shown);
    }
}
