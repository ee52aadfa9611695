package id.pkh.testsupport.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptScriptsTest {

    private static final String JSON =
            "{\"code\":\"X\",\"items\":[{\"a\":1},{\"a\":2}],\"n\":{\"m-o\":{\"k\":\"v\"}}}";

    @BeforeAll
    static void install() {
        KeptScripts.install();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "code, X",
                "items[1].a, 2",
                "items.size(), 2",
                "items.find { it.a == 2 }.a, 2",
                "items.find { it.a.toString() == '1' }.a, 1",
                "items.a, \"[1, 2]\"",
                "n.'m-o'.k, v",
                "x.y.z, null",
                "items[5].a, null"
            })
    void aPathMeansTheSameEachTime(String path, String expected) {
        for (int i = 0; i < 2; i++) {
            assertThat(String.valueOf(JsonPath.from(JSON).<Object>get(path))).isEqualTo(expected);
        }
    }

    @Test
    void theSamePathReadsEachDocument() {
        assertThat(JsonPath.from("{\"a\":1}").getInt("a")).isEqualTo(1);
        assertThat(JsonPath.from("{\"a\":2}").getInt("a")).isEqualTo(2);
        assertThat(JsonPath.from("[{\"a\":3}]").getInt("[0].a")).isEqualTo(3);
    }

    @Test
    void aParameterIsThatOfTheCall() {
        for (int value = 1; value <= 2; value++) {
            assertThat(
                            JsonPath.from(JSON)
                                    .param("value", value)
                                    .getInt("items.find { it.a == value }.a"))
                    .isEqualTo(value);
        }
    }
}
