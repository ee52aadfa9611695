package id.pkh.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none                      | ENGLISH",
                "''                        | ENGLISH",
                "id                        | INDONESIAN",
                "id-ID                     | INDONESIAN",
                "in                        | INDONESIAN",
                "ID                        | INDONESIAN",
                "en                        | ENGLISH",
                "en-GB, id;q=0.8           | ENGLISH",
                "en;q=0.5, id;q=0.9        | INDONESIAN",
                "nl, id;q=0.8, en;q=0.7    | INDONESIAN",
                "nl, de                    | ENGLISH",
                "id;q=0                    | ENGLISH",
                "*                         | ENGLISH",
                "*, id;q=0.5               | ENGLISH",
                ";;;=                      | ENGLISH",
            })
    void the_best_of_ours_for_what_the_caller_prefers(String header, Language expected) {
        assertThat(Language.preferred(header)).isEqualTo(expected);
    }
}
