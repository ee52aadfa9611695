package id.pkh.verification.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.verification.explanation.domain.Difference;
import id.pkh.verification.explanation.domain.DifferenceCode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTextsTest {

    private static final Map<String, String> EVERY_VALUE =
            Map.ofEntries(
                    Map.entry("month", "2026-02"),
                    Map.entry("from_month", "2026-01"),
                    Map.entry("until_month", "2026-03"),
                    Map.entry("component", "SD"),
                    Map.entry("form", "SCHOOL"),
                    Map.entry("minimum_percent", "85"),
                    Map.entry("effective_days", "20"),
                    Map.entry("attended_days", "15"),
                    Map.entry("needed_days", "17"),
                    Map.entry("minimum_visits", "1"),
                    Map.entry("visits", "0"));

    @ParameterizedTest
    @EnumSource(DifferenceCode.class)
    void every_difference_has_a_whole_sentence_in_both_languages(DifferenceCode code) {
        Difference difference = new Difference(code, null, new TreeMap<>(EVERY_VALUE));
        ExplanationTexts texts = new ExplanationTexts();
        assertThat(texts.english(difference))
                .endsWith(".")
                .doesNotContain("{")
                .doesNotContain("SD");
        assertThat(texts.indonesian(difference)).endsWith(".").doesNotContain("{");
    }

    @ParameterizedTest
    @EnumSource(names = {"HEALTH_VISITS_MADE", "ENTRY_ON_THE_FORM"})
    void what_has_to_be_done_at_a_visit_has_a_sentence_of_its_own(DifferenceCode code) {
        TreeMap<String, String> values = new TreeMap<>(EVERY_VALUE);
        values.put("care", "WEIGHT");
        Difference difference = new Difference(code, null, values);
        ExplanationTexts texts = new ExplanationTexts();
        assertThat(texts.english(difference))
                .endsWith(".")
                .doesNotContain("{")
                .doesNotContain("WEIGHT")
                .isNotEqualTo(
                        texts.english(new Difference(code, null, new TreeMap<>(EVERY_VALUE))));
        assertThat(texts.indonesian(difference)).endsWith(".").doesNotContain("{");
    }
}
