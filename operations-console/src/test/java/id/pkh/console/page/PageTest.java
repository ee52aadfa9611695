package id.pkh.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "javascript:alert(1)",
                "/a b"
            })
    void anAddressThatIsNoPathOfOursLeadsHome(String path) {
        assertThat(LocalPath.orHome(path)).hasToString("/");
    }

    @Test
    void aPathOfOursIsKeptWithItsQuery() {
        assertThat(LocalPath.orHome("/parked?reason=A%26B")).hasToString("/parked?reason=A%26B");
        assertThat(LocalPath.orHome(null)).hasToString("/");
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'id', en",
        "id, 'en', id",
        ", 'id-ID,id;q=0.9,en;q=0.5', id",
        ", 'en-GB', en",
        ", 'fr', en",
        ", '', id",
        "xx, 'en', en",
        ", ';;', en"
    })
    void whatAPersonChoseCountsBeforeWhatTheBrowserPrefers(
            String chosen, String accepted, String language) {
        assertThat(Languages.of(chosen, accepted)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "119, 119 s",
        "120, 2 min",
        "7199, 119 min",
        "7200, 2 h",
        "172799, 47 h",
        "172800, 2 d"
    })
    void anAgeIsShortAndWhole(long seconds, String text) {
        assertThat(Formats.age(seconds)).isEqualTo(text);
    }

    @Test
    void whatIsNotKnownIsADash() {
        assertThat(Formats.age(null)).isEqualTo("–");
        assertThat(Formats.grouped(null)).isEqualTo("–");
        assertThat(Formats.at(null, "Asia/Jakarta")).isEqualTo("–");
        assertThat(Formats.shortType("")).isEqualTo("–");
    }

    @Test
    void timesAreShownInTheZoneOfThePage() {
        assertThat(Formats.at(Instant.parse("2026-01-15T20:00:00Z"), "Asia/Jakarta"))
                .isEqualTo("2026-01-16 03:00:00");
    }

    @Test
    void aTypeKeepsItsLastName() {
        assertThat(Formats.shortType("id.pkh.meeting.meeting-held.v1"))
                .isEqualTo("meeting-held.v1");
        assertThat(Formats.shortType("odd")).isEqualTo("odd");
    }

    @Test
    void everyTextIsThereInIndonesian() throws IOException {
        Properties indonesian = new Properties();
        try (Reader file =
                new InputStreamReader(
                        getClass().getResourceAsStream("/messages/msg_id.properties"),
                        StandardCharsets.UTF_8)) {
            indonesian.load(file);
        }
        assertThat(indonesian.stringPropertyNames())
                .isEqualTo(
                        Arrays.stream(Messages.class.getDeclaredMethods())
                                .map(Method::getName)
                                .collect(Collectors.toSet()));
        assertThat(indonesian.values()).noneMatch(text -> text.toString().isBlank());
    }
}
