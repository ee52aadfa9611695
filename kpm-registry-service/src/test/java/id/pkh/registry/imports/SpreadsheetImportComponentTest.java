package id.pkh.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.InitialRosterFiles;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.files.Workbooks;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SpreadsheetImportComponentTest extends RegistryComponentTest {

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<String> HEADER =
            List.of(
                    "No KK",
                    "NIK Pengurus",
                    "Nama Pengurus",
                    "Kode Desa",
                    "Bank",
                    "No Rekening",
                    "Status",
                    "Peserta Sejak");

    private static byte[] workbook(Consumer<Worksheet> filling) {
        return Workbooks.xlsx(
                sheet -> {
                    for (int column = 0; column < HEADER.size(); column++) {
                        sheet.value(0, column, HEADER.get(column));
                    }
                    filling.accept(sheet);
                });
    }

    private static void family(Worksheet sheet, int row, String card, String nik) {
        sheet.value(row, 0, card);
        sheet.value(row, 1, nik);
        sheet.value(row, 2, "SITI CONTOH");
        sheet.value(row, 3, "17.71.08.1001");
        sheet.value(row, 4, "BRI");
        sheet.value(row, 5, TestPeople.account());
        sheet.value(row, 6, "AKTIF");
        sheet.value(row, 7, LocalDate.parse("2024-01-01"));
        sheet.style(row, 7).format("dd/mm/yyyy").set();
    }

    @Test
    void aSpreadsheetIsReadAndNumbersThatExcelHasRoundedAreRefusedWithAdvice() {
        String card = TestPeople.card();
        byte[] book =
                workbook(
                        sheet -> {
                            family(sheet, 1, card, TestPeople.woman("1985-03-02"));
                            family(sheet, 2, TestPeople.card(), "");
                            sheet.value(2, 1, 1771084203850001L);
                            family(sheet, 3, "", TestPeople.woman("1985-03-02"));
                            sheet.value(3, 0, 1771080101240001L);
                        });
        InitialRosterFiles.permit(book);
        Api.administrator()
                .in("id")
                .request()
                .contentType(XLSX)
                .body(book)
                .queryParam("filename", "keluarga.xlsx")
                .post("/api/v1/imports/families")
                .then()
                .statusCode(201)
                .body("rows_applied", equalTo(1))
                .body("refusals.line", contains(3, 4))
                .body("refusals.code", contains("NIK_NUMERIC_CELL", "FAMILY_CARD_INVALID"))
                .body("refusals.column", contains("nik_pengurus", "no_kk"))
                .body("refusals[0].message", containsString("Ubah format kolom menjadi teks"))
                .body("refusals[1].message", containsString("Nomor KK terdiri atas 16 angka"));
        assertThat(tables.lastState(familyOf(card)).payload().get("occurred_on").asText())
                .isEqualTo("2024-01-01");
    }
}
