package id.pkh.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RefusalTextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    @Test
    void both_languages_have_the_same_keys_and_the_same_placeholders() throws IOException {
        Properties english = bundle("/refusals-web.properties");
        Properties indonesian = bundle("/refusals-web_id.properties");

        assertThat(indonesian.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(indonesian.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    @Test
    void every_code_of_this_module_has_its_texts() {
        RefusalTexts texts = new RefusalTexts(Set.of("refusals-web"));

        assertThat(texts.missingFor(new WebRefusals().statuses().keySet())).isEmpty();
    }

    @Test
    void a_code_without_texts_is_named_with_what_is_missing() {
        RefusalTexts texts = new RefusalTexts(Set.of("refusals-web"));

        assertThat(texts.missingFor(List.of("NOT_FOUND", "NO_SUCH_CODE")))
                .containsExactlyInAnyOrder(
                        "NO_SUCH_CODE.title (en)",
                        "NO_SUCH_CODE.detail (en)",
                        "NO_SUCH_CODE.title (id)",
                        "NO_SUCH_CODE.detail (id)");
    }

    @Test
    void placeholders_are_filled_and_unknown_ones_left_empty() {
        assertThat(RefusalTexts.fill("{a}-{b}-{a}", Map.of("a", "$1"))).isEqualTo("$1--$1");
    }

    @Test
    void one_code_cannot_have_two_statuses() {
        RefusalStatuses one = () -> Map.of(409, List.of("A"));
        RefusalStatuses same = () -> Map.of(409, List.of("A"), 422, List.of("B"));
        RefusalStatuses other = () -> Map.of(422, List.of("A"));

        assertThat(RefusalCatalogue.merged(List.of(one, same))).containsOnlyKeys("A", "B");
        assertThatThrownBy(() -> RefusalCatalogue.merged(List.of(one, other)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("A");
    }

    @Test
    void one_list_cannot_name_a_code_twice() {
        RefusalStatuses twice = () -> Map.of(409, List.of("A"), 422, List.of("A"));

        assertThatThrownBy(twice::statuses)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("A");
    }

    @Test
    void a_refusal_is_never_a_success() {
        for (int status : new int[] {200, 302, 399, 600}) {
            assertThatThrownBy(
                            () ->
                                    RefusalCatalogue.merged(
                                            List.of(() -> Map.of(status, List.of("A")))))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static Properties bundle(String resource) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = RefusalTextsTest.class.getResourceAsStream(resource)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }
}
