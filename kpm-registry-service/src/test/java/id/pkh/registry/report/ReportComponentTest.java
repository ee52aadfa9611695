package id.pkh.registry.report;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Workplace;
import id.pkh.registry.workbook.StubFacts;
import id.pkh.registry.workbook.StubServices;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.YearMonth;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The other services answer the same each, so what they count is there three times. */
@QuarkusTest
@QuarkusTestResource(value = StubServices.class, restrictToAnnotatedClass = false)
class ReportComponentTest extends RegistryComponentTest {

    private Workplace place;
    private Caller facilitator;

    @BeforeEach
    void aFacilitatorWithTwoVillages() {
        place = Workplace.another();
        UUID id = place.facilitator(1, 2);
        facilitator = place.signedIn(id);
        UUID family = importedFamily();
        tables.execute(
                "UPDATE kpm SET village_code = ?, group_code = ? WHERE id = ?",
                place.village(1),
                place.village(1) + "-01",
                family);
    }

    private Workbook xlsx(Caller caller, String query) throws IOException {
        return new XSSFWorkbook(
                new ByteArrayInputStream(
                        caller.get(ofThisMonth() + "/xlsx" + query)
                                .statusCode(200)
                                .extract()
                                .asByteArray()));
    }

    private static double number(Sheet sheet, String row, String column) {
        for (Row each : sheet) {
            if (each.getCell(0).getStringCellValue().startsWith(row)) {
                for (int i = 2; i < sheet.getRow(0).getLastCellNum(); i++) {
                    if (sheet.getRow(0).getCell(i).getStringCellValue().equals(column)) {
                        return each.getCell(i).getNumericCellValue();
                    }
                }
            }
        }
        throw new AssertionError(row + ", " + column);
    }

    @Test
    void theReportOfAFacilitatorHasAllServicesByGroup() throws IOException {
        try (Workbook report = xlsx(facilitator, "")) {
            Sheet meetings = report.getSheet("Pertemuan kelompok");
            assertThat(number(meetings, place.village(1) + "-01", "Keluarga")).isEqualTo(30);
            assertThat(number(meetings, "Jumlah", "Keluarga")).isEqualTo(60);
            Sheet field = report.getSheet("Pemutakhiran data dan kunjungan");
            assertThat(number(field, place.village(1) + "-01", "Keluarga: Aktif")).isEqualTo(1);
            Sheet missing = report.getSheet("Belum lengkap");
            assertThat(number(missing, place.village(2), "Anggota belum diverifikasi"))
                    .isEqualTo(21);
            assertThat(missing.getRow(1).getCell(1).getStringCellValue())
                    .startsWith("Pendamping Contoh (W-");
            assertThat(report.getSheet("Ringkasan").getRow(1).getCell(0).getStringCellValue())
                    .startsWith("Pendamping: Pendamping Contoh");
        }
    }

    @Test
    void anAreaIsDividedAndTheSameReportIsThereAsPdf() throws IOException {
        byte[] file =
                place.coordinator()
                        .get("/reports/2026-05/pdf?area=" + place.village(1) + "&by=VILLAGE")
                        .statusCode(200)
                        .contentType("application/pdf")
                        .extract()
                        .asByteArray();
        try (PDDocument document = Loader.loadPDF(file)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Laporan bulanan Program Keluarga Harapan")
                    .contains("Wilayah: " + place.village(1) + " Desa Kerja")
                    .contains("Bulan: Mei 2026")
                    .contains("Dihitung: 2026-02-01 09:03:04 WIB")
                    .contains("Verifikasi komitmen")
                    .contains("Jumlah");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("id-ID");
        }
    }

    @Test
    void whatCannotBeReportedIsRefused() {
        facilitator
                .get(ofThisMonth() + "/pdf?area=17.71.08.1001")
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
        facilitator.get(ofThisMonth() + "/xlsx?facilitator=NOBODY-1").statusCode(404);
        facilitator
                .get(ofThisMonth() + "/xlsx?by=HOUSE&area=" + place.village(1))
                .statusCode(400)
                .body("code", equalTo("FIGURES_LEVEL_UNKNOWN"));
        facilitator
                .get("/reports/2026-13/xlsx")
                .statusCode(400)
                .body("code", equalTo("INVALID_PARAMETER"));
        StubFacts.setDown(true);
        try {
            facilitator
                    .get(ofThisMonth() + "/xlsx")
                    .statusCode(503)
                    .body("code", equalTo("OTHER_SERVICE_UNAVAILABLE"));
        } finally {
            StubFacts.setDown(false);
        }
    }

    private static String month() {
        return YearMonth.from(today()).toString();
    }

    private static String ofThisMonth() {
        return "/reports/" + month();
    }
}
