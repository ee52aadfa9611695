package id.pkh.registry.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.workbook.SheetColumn.Entry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetColumnTest {

    private static SheetColumn column(Entry entry) {
        return SheetColumn.of("x", "X", entry, 10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"600000|600000", "600.000|600000", "Rp 1.200.000|1200000", "Rp600,000|600000"})
    void anAmountIsReadAsPeopleWriteIt(String written, String read) {
        assertThat(column(Entry.NUMBER).read(written)).contains(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"600000,50", "6.00", "-5", "1e6", "=A1", "enam ratus", "12345678901234"})
    void whatIsNoWholeAmountIsNotRead(String written) {
        assertThat(column(Entry.NUMBER).read(written)).isEmpty();
    }

    @Test
    void aDayIsReadDayFirst() {
        assertThat(column(Entry.DATE).read("05/01/2026")).contains("2026-01-05");
        assertThat(column(Entry.DATE).read("5 Januari 2026")).contains("2026-01-05");
        assertThat(column(Entry.DATE).read("31/02/2026")).isEmpty();
    }

    @Test
    void aChoiceIsReadByItsWordOrItsCode() {
        SheetColumn marks = SheetColumn.choice("m", "M", Words.MARKS, 10);

        assertThat(marks.read("hadir ")).contains("PRESENT");
        assertThat(marks.read("SICK")).contains("SICK");
        assertThat(marks.read("mungkin")).isEmpty();
        assertThat(marks.written("ABSENT")).isEqualTo("ALPA");
    }

    @Test
    void aTextWithALongNumberIsNotRead() {
        assertThat(column(Entry.TEXT).read("NIK 1771085203829001")).isEmpty();
        assertThat(column(Entry.TEXT).read("Rumah dekat balai")).contains("Rumah dekat balai");
    }

    @Test
    void aReasonWithoutAWordIsOfferedByItsCode() {
        assertThat(Words.reasons(List.of("ILL", "NEW_ONE")))
                .isEqualTo(Map.of("ILL", "SAKIT", "NEW_ONE", "NEW_ONE"));
    }
}
