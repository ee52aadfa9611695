package id.pkh.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.TestPeople;
import id.pkh.registry.support.Workplace;
import id.pkh.testsupport.files.PersonsWorkbook;
import id.pkh.testsupport.files.Workbooks;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TriedListComponentTest extends RegistryComponentTest {

    private static final String HEADER =
            "no_kk;nik_pengurus;nama_pengurus;kode_desa;status;peserta_sejak\n";

    private Workplace place;
    private Caller sender;

    @BeforeEach
    void aPlace() {
        place = Workplace.another();
        sender = Caller.as(Roles.DATA_ADMINISTRATOR, place.village(1));
    }

    private String row(String card, String nik) {
        return card + ";" + nik + ";SITI CONTOH;" + place.village(1) + ";CALON;05/01/2026\n";
    }

    private long families() {
        return tables.number("SELECT count(*) FROM kpm WHERE village_code = ?", place.village(1));
    }

    private long files() {
        return tables.number("SELECT count(*) FROM received_file");
    }

    private long events() {
        return tables.number("SELECT count(*) FROM outbox");
    }

    @Test
    void aTrialSaysWhatAListWouldDoAndNothingIsRecorded() {
        String card = TestPeople.card();
        String list =
                HEADER
                        + row(card, TestPeople.woman("1985-03-02"))
                        + row(TestPeople.card(), "123")
                        + row(card, TestPeople.woman("1986-03-02"));
        long before = events();
        long filesBefore = files();

        for (int i = 0; i < 2; i++) {
            sender.send("/imports/families/trial", list)
                    .statusCode(200)
                    .body("status", equalTo("TRIED"))
                    .body("rows_read", equalTo(3))
                    .body("rows_applied", equalTo(1))
                    .body("rows_refused", equalTo(2))
                    .body("refusals.line", contains(3, 4))
                    .body("refusals[1].code", equalTo("FAMILY_CARD_DUPLICATE"));
        }

        assertThat(families()).isZero();
        assertThat(events()).isEqualTo(before);
        assertThat(files()).isEqualTo(filesBefore);
        sender.send("/imports/families", list)
                .statusCode(201)
                .body("status", equalTo("PARTLY_APPLIED"))
                .body("rows_applied", equalTo(1));
        assertThat(families()).isEqualTo(1);
    }

    @Test
    void aTrialOfAListWithoutOneGoodRowIsNoFault() {
        sender.send("/imports/families/trial", HEADER + row("1", "2"))
                .statusCode(200)
                .body("rows_refused", equalTo(1));
    }

    @Test
    void aTrialHasOneRowTooMany() {
        StringBuilder list = new StringBuilder("kode;nama\n");
        list.append((place.village(1) + ";Desa Kerja\n").repeat(ImportFile.TRIAL_ROWS));
        sender.send("/imports/areas/trial", list.toString()).statusCode(200);

        list.append(place.village(1)).append(";Desa Kerja\n");
        sender.send("/imports/areas/trial", list.toString())
                .statusCode(413)
                .body("code", equalTo("FILE_TOO_MANY_ROWS"));
    }

    @Test
    void aListComesBackWithReasonsAndIsCorrectedAndSentAgain() {
        String good = TestPeople.card();
        String wrong = TestPeople.card();
        String list =
                HEADER + row(good, TestPeople.woman("1985-03-02")) + row(wrong, "177108420385000");

        String returned =
                sender.send("/imports/families/returned", list)
                        .statusCode(200)
                        .header(
                                "Content-Disposition",
                                equalTo("attachment; filename=\"hasil-families.csv\""))
                        .extract()
                        .asString();

        List<String> lines = returned.lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).endsWith(";peserta_sejak;hasil;alasan");
        assertThat(lines.get(1)).startsWith(good).endsWith(";DITERIMA;");
        assertThat(lines.get(2)).startsWith(wrong).contains(";DITOLAK;nik_pengurus: ");
        assertThat(families()).isEqualTo(1);
        String corrected = returned.replace("177108420385000", TestPeople.woman("1985-03-02"));
        assertThat(sender.send("/imports/families/returned", corrected).extract().asString())
                .doesNotContain("DITOLAK");
        assertThat(families()).isEqualTo(2);
        assertThat(
                        sender.send("/imports/families/returned?only_refused=true", corrected)
                                .extract()
                                .asString()
                                .lines())
                .hasSize(1);
    }

    @Test
    void aWorkbookComesBackAsAWorkbook() {
        long filesBefore = files();
        byte[] workbook =
                Workbooks.xlsx(
                        sheet -> {
                            List<String> header = List.of(HEADER.strip().split(";"));
                            List<String> cells =
                                    List.of(row(TestPeople.card(), "12").strip().split(";"));
                            for (int i = 0; i < header.size(); i++) {
                                sheet.value(0, i, header.get(i));
                                sheet.value(1, i, cells.get(i));
                            }
                        });

        PersonsWorkbook returned =
                PersonsWorkbook.opened(
                        sender.send("/imports/families/returned?trial=true", workbook)
                                .statusCode(200)
                                .extract()
                                .asByteArray());

        assertThat(returned.headers("Data")).endsWith("hasil", "alasan");
        assertThat(returned.rows("Data").get(0).getCell(6).getStringCellValue())
                .isEqualTo("DITOLAK");
        assertThat(files()).isEqualTo(filesBefore);
    }

    @Test
    void whoMayNotSendAListMayNotTryIt() {
        Caller.as(Roles.FACILITATOR, place.village(1))
                .send("/imports/families/trial", HEADER)
                .statusCode(403);
        sender.send("/imports/horses/trial", HEADER).statusCode(404);
        sender.send("/imports/families/returned", "a;b\n1;2\n")
                .statusCode(422)
                .body("code", equalTo("FILE_HEADER_UNKNOWN"));
    }
}
