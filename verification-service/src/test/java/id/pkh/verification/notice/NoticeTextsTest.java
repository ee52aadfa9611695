package id.pkh.verification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A letter never has an empty place. */
class NoticeTextsTest {

    @ParameterizedTest
    @CsvSource({
        "decided.TERMINATE, Kepesertaan berakhir.",
        "decided.DISMISS, Usulan {effective_from} tidak dilanjutkan.",
        "appeal, Keberatan dapat diajukan.",
        "appeal.undelivered, Paling lambat {appeal_until}.",
        "happened.P2K2_ABSENCE, Tidak hadir.",
        "closing, {name}",
        "greeting, ''",
    })
    void a_sentence_without_its_variable_is_refused_at_start(String key, String text) {
        Properties texts = new Properties();
        texts.setProperty(key, text);
        assertThatThrownBy(() -> new NoticeTexts(texts)).hasMessageContaining(key);
    }

    @Test
    void a_missing_or_empty_value_is_refused() {
        NoticeTexts texts = new NoticeTexts();
        assertThatThrownBy(() -> texts.of("withdrawn", Map.of())).hasMessageContaining("period");
        assertThatThrownBy(() -> texts.of("withdrawn", Map.of("period", " ")))
                .hasMessageContaining("period");
        assertThatThrownBy(() -> texts.of("no.such.text")).hasMessageContaining("no.such.text");
        assertThat(texts.of("withdrawn", Map.of("period", "bulan Mei 2026")))
                .startsWith("Pemberitahuan untuk bulan Mei 2026");
    }
}
