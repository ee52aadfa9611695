package id.pkh.registry.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.registry.notification.Texts.Language;
import id.pkh.registry.notification.Texts.Line;
import id.pkh.registry.notification.domain.ReceiverRole;
import id.pkh.registry.notification.domain.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {

    private final Texts texts = new Texts();

    private static Map<String, String> variablesOf(Template template) {
        return template.variables().stream()
                .collect(Collectors.toMap(name -> name, name -> "<" + name + ">"));
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void everyTextSaysItsVariablesInBothLanguages(Template template) {
        for (Language language : Language.values()) {
            String text = texts.write(language, template, variablesOf(template));
            assertThat(text).isNotBlank().doesNotContain("{");
            template.variables().forEach(name -> assertThat(text).contains("<" + name + ">"));
        }
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void aTextWithoutOneOfItsVariablesFails(Template template) {
        for (Language language : Language.values()) {
            for (String missing : template.variables()) {
                Map<String, String> variables = new HashMap<>(variablesOf(template));
                variables.remove(missing);
                assertThatThrownBy(() -> texts.write(language, template, variables))
                        .hasMessage("%s without its variable %s", template.name(), missing);
            }
        }
    }

    @Test
    void aMessageSaysEachTextOnceAndHowOftenItApplies() {
        Line step =
                new Line(
                        Template.STEP_ISSUED,
                        Map.of("village", "17.71.08.1001", "period", "2026-03"));
        Line late =
                new Line(
                        Template.APPEAL_OVERDUE,
                        Map.of("village", "17.71.08.1001", "day", "2026-04-01"));

        assertThat(texts.message(ReceiverRole.FACILITATOR, List.of(step, late, step)))
                .isEqualTo(
                        "PKH:\n"
                                + "Desa 17.71.08.1001: satu keluarga perlu dihubungi tentang"
                                + " kewajiban 2026-03. Lihat daftar Anda. (2x)\n"
                                + "Desa 17.71.08.1001: satu keberatan seharusnya sudah diputuskan"
                                + " pada 2026-04-01.");
    }

    @Test
    void aLongDigestEndsWithTheNumberOfTheOthers() {
        List<Line> lines =
                IntStream.rangeClosed(1, 13)
                        .mapToObj(n -> new Line(Template.LAPSE_WITHDRAWN, Map.of("month", "M" + n)))
                        .toList();

        assertThat(texts.message(ReceiverRole.FACILITATOR, lines).lines())
                .hasSize(12)
                .last()
                .isEqualTo("dan 3 pemberitahuan lain.");
    }

    @Test
    void aFamilyReadsThatNobodyAsksForItsPin() {
        assertThat(
                        texts.message(
                                ReceiverRole.FAMILY,
                                List.of(new Line(Template.APPEAL_UPHELD, Map.of()))))
                .contains("PIN");
    }
}
