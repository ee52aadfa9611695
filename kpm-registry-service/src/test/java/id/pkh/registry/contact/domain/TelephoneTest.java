package id.pkh.registry.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelephoneTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "081234567890, +6281234567890",
        "0812-3456-7890, +6281234567890",
        "+62 812 3456 7890, +6281234567890",
        "62812 3456 7890, +6281234567890",
        "81234567890, +6281234567890",
        "(021) 5551234, +62215551234"
    })
    void aNumberIsReadAsPeopleWriteIt(String written, String read) {
        assertThat(Telephone.read(written)).map(Telephone::e164).contains(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0809123456", // costs extra
                "+6591234567", // Singapore
                "006281234567890",
                "0812345", // too short
                "08123456789012345", // too long
                "0112345678",
                "0812345678x",
                "٠٨١٢٣٤٥٦٧٨٩٠",
                ""
            })
    void otherNumbersAreRefused(String written) {
        assertThat(Telephone.read(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = "081234567890")
    void aLogOfItDoesNotShowTheNumber(String written) {
        assertThat(Telephone.read(written).orElseThrow().toString()).doesNotContain("1234");
    }
}
