package id.pkh.disbursement.profile.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.disbursement.profile.domain.ListedStatus;
import id.pkh.disbursement.profile.domain.ProfileContent;
import id.pkh.disbursement.profile.domain.ProfileFormat;
import id.pkh.disbursement.profile.file.ReadRow.LeftOut;
import id.pkh.disbursement.profile.file.ReadRow.Line;
import id.pkh.disbursement.profile.file.ReadRow.Totals;
import id.pkh.disbursement.profile.file.ReadRow.Unreadable;
import id.pkh.disbursement.support.SampleProfile;
import id.pkh.platform.files.TabularLimits;
import id.pkh.platform.web.Refused;
import id.pkh.testsupport.files.Workbooks;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileFileTest {

    private static final String PAYMENT = "01983f2a6c107b3e9d517d1f3a5c8e01";

    @TempDir Path folder;

    private List<ReadRow> read(byte[] file, ProfileContent content) {
        List<ReadRow> rows = new ArrayList<>();
        ProfileFile.read(written(file), content, TabularLimits.defaults(), rows::add);
        return rows;
    }

    private List<ReadRow> csv(List<String> line) {
        return read(SampleProfile.csv(SampleProfile.rows(line)), SampleProfile.csv());
    }

    private Path written(byte[] file) {
        try {
            return Files.write(folder.resolve("file"), file);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> line(int column, String cell) {
        List<String> line =
                new ArrayList<>(SampleProfile.line(PAYMENT, "225.000,00", "BERHASIL", "", "R1"));
        line.set(column, cell);
        return line;
    }

    @Test
    void aFileOfTheBankIsRead() {
        List<ReadRow> rows =
                read(
                        SampleProfile.csv(
                                SampleProfile.rows(
                                        line(4, " berhasil "),
                                        SampleProfile.totals(1, "225.000,00"))),
                        SampleProfile.csv());

        assertThat(rows)
                .containsExactly(
                        new Line(
                                3,
                                null,
                                PAYMENT,
                                SampleProfile.ACCOUNT,
                                225_000L,
                                "berhasil",
                                ListedStatus.SALUR,
                                LocalDate.parse("2026-04-20"),
                                null,
                                "R1"),
                        new Totals(4, 1L, 225_000L),
                        new LeftOut(5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | '' | 1 No. Referensi | REFERENCE_MISSING",
                "0 | =A1 | 1 No. Referensi | FORMULA_WITHOUT_VALUE",
                "1 | 1.23E+14 | 2 Rekening | ACCOUNT_NUMERIC_CELL",
                "1 | REKENING | 2 Rekening | ACCOUNT_NOT_DIGITS",
                "3 | 225,000.00 | 4 Nominal | AMOUNT_OF_OTHER_FORM",
                "3 | -225.000 | 4 Nominal | AMOUNT_NEGATIVE",
                "3 | 225.000,00000 | 4 Nominal | TOO_MANY_DECIMALS",
                "4 | '' | 5 Status | STATUS_MISSING",
                "5 | 2026-04-20 | 6 Tanggal | DAY_OF_OTHER_FORM",
            })
    void aCellThatCannotBeReadIsNamedByItsPlace(
            int column, String cell, String shown, String found) {
        assertThat(csv(line(column, cell)).get(0))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        fault -> {
                            assertThat(fault.row()).isEqualTo(3);
                            assertThat(fault.column()).isEqualTo(shown);
                            assertThat(fault.found()).isEqualTo(found);
                            assertThat(fault.expected()).isNotBlank();
                        });
    }

    @Test
    void anInvisibleCharacterInAReferenceIsNotCleanedAway() {
        assertThat(csv(line(0, PAYMENT + "\u200B")).get(0))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        fault -> assertThat(fault.found()).isEqualTo("CHARACTER_INVISIBLE"));
    }

    @Test
    void anUnknownWordIsKeptWithoutAMeaning() {
        assertThat(csv(line(4, "SEBAGIAN")).get(0))
                .isInstanceOfSatisfying(Line.class, line -> assertThat(line.status()).isNull());
    }

    @Test
    void nothingFollowsTheTotals() {
        List<ReadRow> rows =
                read(
                        SampleProfile.csv(
                                SampleProfile.rows(
                                        SampleProfile.totals(1, "225.000"), line(4, "BERHASIL"))),
                        SampleProfile.csv());

        assertThat(rows.get(1))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        fault -> assertThat(fault.found()).isEqualTo("ROW_AFTER_TOTALS"));
    }

    @Test
    void aWorkbookMayHoldNumbersAndDays() {
        byte[] file =
                Workbooks.xlsx(
                        sheet -> {
                            List<List<String>> rows = SampleProfile.rows();
                            for (int row = 0; row < 2; row++) {
                                for (int at = 0; at < rows.get(row).size(); at++) {
                                    sheet.value(row, at, rows.get(row).get(at));
                                }
                            }
                            sheet.value(2, 0, PAYMENT);
                            sheet.value(2, 1, 1_234_567_890_123L);
                            sheet.value(2, 3, 225_000);
                            sheet.value(2, 4, "BERHASIL");
                            sheet.value(2, 5, LocalDate.parse("2026-04-20"));
                            sheet.style(2, 5).format("yyyy-mm-dd").set();
                            sheet.value(3, 0, PAYMENT);
                            sheet.value(3, 3, new BigDecimal("225.125"));
                            sheet.value(3, 4, "BERHASIL");
                            sheet.value(4, 0, PAYMENT);
                            sheet.value(4, 1, 1_234_567_890_123_456_789L);
                            sheet.value(4, 4, "BERHASIL");
                            sheet.value(5, 0, PAYMENT);
                            sheet.formula(5, 3, "SUM(D3:D4)");
                            sheet.value(5, 4, "BERHASIL");
                        });

        List<ReadRow> rows = read(file, SampleProfile.xlsx());

        assertThat(rows.get(0))
                .isInstanceOfSatisfying(
                        Line.class,
                        line -> {
                            assertThat(line.account()).isEqualTo("1234567890123");
                            assertThat(line.amountIdr()).isEqualTo(225_000);
                            assertThat(line.day()).isEqualTo("2026-04-20");
                        });
        assertThat(rows.subList(1, 4))
                .extracting(row -> ((Unreadable) row).found())
                .containsExactly(
                        "TOO_MANY_DECIMALS", "ACCOUNT_NUMERIC_CELL", "FORMULA_WITHOUT_VALUE");
    }

    @Test
    void aColumnThatIsNotThereIsRefused() {
        byte[] file = "No. Referensi;Rekening\nStatus;Tanggal\n".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> read(file, SampleProfile.csv()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo("REPORT_COLUMN_MISSING");
                            assertThat(refused.details().toString()).contains("Nominal", "2");
                        });
    }

    @Test
    void aColumnThatIsThereTwiceIsRefused() {
        List<List<String>> rows = new ArrayList<>(SampleProfile.rows());
        List<String> header = new ArrayList<>(rows.get(1));
        header.add("NOMINAL");
        rows.set(1, header);

        assertThatThrownBy(() -> read(SampleProfile.csv(rows), SampleProfile.csv()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("REPORT_COLUMN_TWICE"));
    }

    @Test
    void anotherEncodingIsRefused() {
        byte[] file =
                new String(
                                SampleProfile.csv(SampleProfile.rows(line(2, "José"))),
                                StandardCharsets.UTF_8)
                        .getBytes(Charset.forName("windows-1252"));

        assertThatThrownBy(() -> read(file, SampleProfile.csv()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("FILE_ENCODING_WRONG"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<?xml?>", " \n<Document/>", ":20:REF", "{1:F01}", "", "\u0001x"})
    void whatIsNoTableHasNoFormat(String text) throws IOException {
        assertThat(ProfileFile.formatOf(written(text.getBytes(StandardCharsets.UTF_8)))).isEmpty();
    }

    @Test
    void theBytesTellTheFormat() throws IOException {
        assertThat(ProfileFile.formatOf(written("\uFEFFa;b".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Optional.of(ProfileFormat.CSV));
        assertThat(ProfileFile.formatOf(written(Workbooks.xlsx(List.of(List.of("a"))))))
                .isEqualTo(Optional.of(ProfileFormat.XLSX));
    }
}
