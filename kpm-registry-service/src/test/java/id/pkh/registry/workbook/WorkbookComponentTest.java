package id.pkh.registry.workbook;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.TestPeople;
import id.pkh.registry.support.Workplace;
import id.pkh.testsupport.files.PersonsWorkbook;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One workbook: made, filled in by another program, uploaded, and merged. */
@QuarkusTest
@QuarkusTestResource(value = StubServices.class, restrictToAnnotatedClass = false)
class WorkbookComponentTest extends RegistryComponentTest {

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Workplace place;
    private UUID facilitatorId;
    private Caller facilitator;
    private final List<UUID> families = new ArrayList<>();

    @BeforeEach
    void aFacilitatorWithThreeFamilies() {
        StubFacts.takePosts();
        place = Workplace.another();
        facilitatorId = place.facilitator(1);
        facilitator = place.signedIn(facilitatorId);
        families.clear();
        for (String name : List.of("Ani", "Budi", "Cici")) {
            families.add(family(name));
        }
    }

    private UUID family(String name) {
        return UUID.fromString(
                place.administrator()
                        .post(
                                "/kpm",
                                Map.of(
                                        "family_card",
                                        TestPeople.card(),
                                        "caretaker",
                                        Map.of("nik", TestPeople.woman("1985-03-02"), "name", name),
                                        "village_code",
                                        place.village(1),
                                        "group_code",
                                        group(),
                                        "participating_since",
                                        "2025-01-01",
                                        "members",
                                        List.of(pupil(name))))
                        .statusCode(201)
                        .extract()
                        .path("kpm_id"));
    }

    private static Map<String, Object> pupil(String mother) {
        return Map.of(
                "nik", TestPeople.woman("2014-05-10"),
                "name", "Anak dari " + mother,
                "birth_date", "2014-05-10",
                "component", "SD",
                "component_since", "2025-07-14");
    }

    private String group() {
        return place.village(1) + "-01";
    }

    private PersonsWorkbook downloaded() {
        return PersonsWorkbook.opened(
                facilitator
                        .get("/workbooks/" + month())
                        .statusCode(200)
                        .contentType(XLSX)
                        .extract()
                        .asByteArray());
    }

    private ValidatableResponse uploaded(PersonsWorkbook workbook) {
        return facilitator.send("/workbooks/" + month(), workbook.saved());
    }

    private Row groupMeeting(PersonsWorkbook workbook) {
        return workbook.row("Pertemuan", "Kegiatan", "Pertemuan kelompok");
    }

    private Row attendance(PersonsWorkbook workbook, String name) {
        return workbook.row("Kehadiran", "Nama pengurus", name);
    }

    private PersonsWorkbook withMeeting(String ani, String budi) {
        PersonsWorkbook workbook = downloaded();
        workbook.write(groupMeeting(workbook), "Tanggal", first());
        workbook.write(attendance(workbook, "Ani"), "Pertemuan kelompok", ani);
        workbook.write(attendance(workbook, "Budi"), "Pertemuan kelompok", budi);
        return workbook;
    }

    @Test
    void theWorkbookNamesTheFamiliesAndOnlyWhatIsFilledInIsOpen() {
        PersonsWorkbook workbook = downloaded();

        assertThat(workbook.rows("Kehadiran"))
                .extracting(row -> workbook.text(row, "Nama pengurus"))
                .containsExactly("Ani", "Budi", "Cici");
        Row ani = attendance(workbook, "Ani");
        assertThat(ani.getSheet().getProtect()).isTrue();
        assertThat(ani.getCell(0).getCellStyle().getLocked()).isTrue();
        assertThat(ani.getCell(2).getCellStyle().getLocked()).isTrue();
        int mark = workbook.column(ani.getSheet(), "Pertemuan kelompok");
        assertThat(ani.getCell(mark).getCellStyle().getLocked()).isFalse();
        assertThat(ani.getSheet().getDataValidations()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM read_log WHERE purpose = 'workbook'"
                                        + " AND subject_id = ?",
                                families.get(0).toString()))
                .isEqualTo(1);
    }

    @Test
    void noTokenHasAnUnderscoreWhichLibreOfficeMayTakeForAnEscape() {
        PersonsWorkbook workbook = downloaded();

        assertThat(List.of("Kehadiran", "Kunjungan", "Pemutakhiran", "Pengaduan"))
                .flatExtracting(workbook::rows)
                .hasSizeGreaterThan(10)
                .extracting(row -> row.getCell(0).getStringCellValue())
                .noneMatch(token -> token.contains("_"));
    }

    @Test
    void theSheetOfWhatIsMissingCountsOffline() {
        PersonsWorkbook workbook = downloaded();
        String missing = "Yang belum diisi";
        int marks = 2;
        assertThat(workbook.text(workbook.poi().getSheet(missing).getRow(0), "Kelompok"))
                .isEqualTo("Kelompok");
        assertThat(workbook.computed(missing, 1, marks)).isEqualTo(3);

        workbook.write(attendance(workbook, "Ani"), "Pertemuan kelompok", "HADIR");

        assertThat(workbook.computed(missing, 1, marks)).isEqualTo(2);
    }

    @Test
    void aMeetingIsRecordedWithItsMarksAndTheSameFileAgainChangesNothing() {
        PersonsWorkbook workbook = withMeeting("HADIR", "sakit");

        uploaded(workbook)
                .statusCode(201)
                .body("rows_applied", equalTo(3))
                .body("rows_refused", equalTo(0));
        List<JsonNode> posts = StubFacts.takePosts();
        assertThat(posts).hasSize(1);
        assertThat(posts.get(0).at("/sent/held_on").asText()).isEqualTo(first().toString());
        assertThat(posts.get(0).at("/sent/attendance")).hasSize(2);

        uploaded(workbook)
                .statusCode(200)
                .body("rows_applied", equalTo(0))
                .body("rows_in_conflict", equalTo(0))
                .body("rows_refused", equalTo(0));
        assertThat(StubFacts.takePosts()).isEmpty();
        assertThat(downloaded().text(attendance(downloaded(), "Budi"), "Pertemuan kelompok"))
                .isEqualTo("SAKIT");
    }

    @Test
    void aMarkThatChangedMeanwhileIsShownWithBothValues() {
        PersonsWorkbook workbook = withMeeting("HADIR", "HADIR");
        StubFacts.held(meeting(first(), "Ani", "ABSENT"));

        uploaded(workbook)
                .statusCode(201)
                .body("rows_applied", equalTo(1))
                .body("rows_in_conflict", equalTo(1))
                .body("items[0].result", equalTo("CONFLICT"))
                .body("items[0].sheet", equalTo("Kehadiran"))
                .body("items[0].column", equalTo("Pertemuan kelompok"))
                .body("items[0].yours", equalTo("HADIR"))
                .body("items[0].on_record", equalTo("ALPA"))
                .body("items[0].when_made", equalTo(""));
        List<JsonNode> posts = StubFacts.takePosts();
        assertThat(posts).hasSize(1);
        assertThat(posts.get(0).at("/path").asText()).endsWith("/corrections");
        assertThat(posts.get(0).at("/sent/attendance")).hasSize(1);
    }

    @Test
    void marksOfAMeetingThatWasRecordedOnAnotherDayWait() {
        PersonsWorkbook workbook = withMeeting("HADIR", "HADIR");
        LocalDate other = first().equals(today()) ? first() : first().plusDays(1);
        workbook.write(groupMeeting(workbook), "Tanggal", first().plusDays(4));
        StubFacts.held(meeting(other, "Cici", "SICK"));

        uploaded(workbook)
                .statusCode(200)
                .body("items.findAll { it.result == 'CONFLICT' }.sheet", contains("Pertemuan"))
                .body(
                        "items.findAll { it.result == 'REFUSED' }.code.unique()",
                        contains("WORKBOOK_MEETING_NOT_CLEAR"));
        assertThat(StubFacts.takePosts()).isEmpty();
    }

    private ObjectNode meeting(LocalDate day, String name, String mark) {
        UUID kpmId = families.get(List.of("Ani", "Budi", "Cici").indexOf(name));
        ObjectNode meeting =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("group_code", group())
                        .put("kind", "GROUP_MEETING")
                        .put("held_on", day.toString());
        meeting.putArray("attendance")
                .addObject()
                .put("kpm_id", kpmId.toString())
                .put("mark", mark);
        return meeting;
    }

    @Test
    void aFamilyThatLeftTheGroupIsRefusedForItselfAndTheRestIsRecorded() {
        PersonsWorkbook workbook = withMeeting("HADIR", "HADIR");
        StubFacts.leaves(families.get(1));

        uploaded(workbook)
                .statusCode(201)
                .body("rows_applied", equalTo(2))
                .body("items.code", contains("NOT_IN_GROUP"))
                .body("items[0].subject_ids[0]", equalTo(families.get(1).toString()))
                .body("items[0].message", equalTo("Keluarga ini tidak di kelompok pada hari itu."));
    }

    @Test
    void aSortedSheetACopiedAndADeletedRowStillFindTheirFamilies() {
        PersonsWorkbook workbook = withMeeting("HADIR", "SAKIT");
        workbook.copyOf(attendance(workbook, "Ani"));
        Row ani = attendance(workbook, "Ani");
        ani.getSheet().removeRow(ani);
        Row cici = attendance(workbook, "Cici");
        cici.getSheet().removeRow(cici);
        workbook.copyOf(attendance(workbook, "Budi"));

        uploaded(workbook)
                .statusCode(201)
                .body("rows_refused", equalTo(0))
                .body("rows_applied", equalTo(3));
        JsonNode marks = StubFacts.takePosts().get(0).at("/sent/attendance");
        assertThat(marks.findValuesAsText("kpm_id"))
                .containsExactlyInAnyOrder(families.get(0).toString(), families.get(1).toString());
    }

    @Test
    void rowsThatAreNotOfThisWorkbookAreRefusedEachForItsReason() {
        PersonsWorkbook workbook = withMeeting("HADIR", "SAKIT");
        Row twice = workbook.copyOf(attendance(workbook, "Ani"));
        workbook.write(twice, "Pertemuan kelompok", "ALPA");
        Row broken = attendance(workbook, "Budi");
        String token = broken.getCell(0).getStringCellValue();
        char tenth = token.charAt(40) == 'x' ? 'y' : 'x';
        workbook.write(broken, "Kode baris", token.substring(0, 40) + tenth + token.substring(41));
        Row without = workbook.copyOf(attendance(workbook, "Cici"));
        workbook.write(without, "Kode baris", "");
        workbook.write(without, "Pertemuan kelompok", "IZIN");
        workbook.write(attendance(workbook, "Cici"), "Pertemuan kelompok", "MUNGKIN");
        Row pasted = workbook.copyOf(workbook.rows("Kunjungan").get(0));
        workbook.write(
                pasted, "Kode baris", attendance(workbook, "Cici").getCell(0).getStringCellValue());

        uploaded(workbook)
                .statusCode(201)
                .body("rows_applied", equalTo(1))
                .body(
                        "items.code.sort()",
                        contains(
                                "WORKBOOK_CELL_UNREADABLE",
                                "WORKBOOK_ROW_OF_ANOTHER_SHEET",
                                "WORKBOOK_ROW_TWICE",
                                "WORKBOOK_ROW_TWICE",
                                "WORKBOOK_ROW_WITHOUT_TOKEN",
                                "WORKBOOK_TOKEN_BROKEN"));
    }

    @Test
    void aWorkbookOfAnotherFacilitatorOrMonthIsRefusedRowByRow() {
        PersonsWorkbook workbook = downloaded();
        workbook.write(attendance(workbook, "Ani"), "Pertemuan kelompok", "HADIR");
        UUID other = place.facilitator(2);

        place.coordinator()
                .send("/workbooks/" + month() + "?facilitator=" + other, workbook.saved())
                .statusCode(200)
                .body("rows_applied", equalTo(0))
                .body("items.code.unique()", contains("WORKBOOK_ROW_OF_ANOTHER_FACILITATOR"));
        facilitator
                .send("/workbooks/" + month().minusMonths(1), workbook.saved())
                .statusCode(200)
                .body("items.code.unique()", contains("WORKBOOK_ROW_OF_ANOTHER_MONTH"));
        assertThat(StubFacts.takePosts()).isEmpty();
    }

    @Test
    void aWithdrawalIsReportedOnceAndCorrectedByItsRevision() {
        UUID payment = StubFacts.sent(families.get(0), place.village(1));
        PersonsWorkbook workbook = downloaded();
        Row row = workbook.row("Pencairan", "Nama pengurus", "Ani");
        workbook.write(row, "Ditarik?", "SUDAH DITARIK")
                .write(row, "Tanggal", first())
                .write(row, "Jumlah (Rp)", 600_000)
                .write(row, "Tempat", "ATM")
                .write(row, "Didampingi", "SENDIRI");

        uploaded(workbook).statusCode(201).body("rows_applied", equalTo(1));
        JsonNode report = StubFacts.takePosts().get(0).at("/sent/reports/0");
        assertThat(report.path("payment_id").asText()).isEqualTo(payment.toString());
        assertThat(report.at("/report/amount_idr").asLong()).isEqualTo(600_000);
        assertThat(report.path("report").has("supersedes_revision")).isFalse();
        uploaded(workbook).statusCode(200);
        assertThat(StubFacts.takePosts()).isEmpty();

        PersonsWorkbook next = downloaded();
        next.write(next.row("Pencairan", "Nama pengurus", "Ani"), "Tempat", "AGEN");
        uploaded(next).statusCode(201);
        assertThat(
                        StubFacts.takePosts()
                                .get(0)
                                .at("/sent/reports/0/report/supersedes_revision")
                                .asInt())
                .isEqualTo(1);
    }

    @Test
    void aVisitIsRecordedOnceAndARowThatLacksSomethingSaysWhat() {
        PersonsWorkbook workbook = downloaded();
        Row ani = workbook.row("Kunjungan", "Nama pengurus", "Ani");
        workbook.write(ani, "Tanggal", first())
                .write(ani, "Tujuan", "PEMUTAKHIRAN DATA")
                .write(ani, "Temuan 1", "TIDAK ADA ORANG")
                .write(ani, "Catatan", "Pintu tertutup");
        Row budi = workbook.row("Kunjungan", "Nama pengurus", "Budi");
        workbook.write(budi, "Tanggal", first()).write(budi, "Tujuan", "KOMITMEN");

        for (int status : List.of(201, 200)) {
            uploaded(workbook)
                    .statusCode(status)
                    .body("items.code", contains("WORKBOOK_ROW_INCOMPLETE"));
            facilitator
                    .get("/home-visits?kpm_id=" + families.get(0))
                    .body("items", hasSize(1))
                    .body("items[0].findings", contains("NOBODY_MET"))
                    .body("items[0].remark", equalTo("Pintu tertutup"));
        }
        assertThat(
                        downloaded()
                                .text(
                                        downloaded().row("Kunjungan", "Nama pengurus", "Ani"),
                                        "Sudah dikunjungi"))
                .isEqualTo("1");
    }

    @Test
    void aDataUpdateWaitsForAnotherPersonAndIsSubmittedOnce() {
        PersonsWorkbook workbook = downloaded();
        Row row = workbook.row("Pemutakhiran", "Nama anggota", "Anak dari Ani");
        assertThat(workbook.text(row, "Komponen sekarang")).isEqualTo("SD");
        workbook.write(row, "Perubahan", "BERHENTI SEKOLAH")
                .write(row, "Berlaku mulai", first())
                .write(row, "Bukti", "SURAT SEKOLAH")
                .write(row, "Letak bukti", "Map 3")
                .write(row, "Tanggal bukti", first());

        for (int status : List.of(201, 200)) {
            uploaded(workbook).statusCode(status).body("items", hasSize(0));
            facilitator
                    .get("/data-updates?kpm_id=" + families.get(0))
                    .body("items", hasSize(1))
                    .body("items[0].state", equalTo("SUBMITTED"))
                    .body("items[0].changes[0].kind", equalTo("SCHOOL_LEFT"))
                    .body("items[0].changes[0].effective_on", equalTo(first().toString()));
        }

        workbook.write(row, "Letak bukti", "Map 4");
        uploaded(workbook)
                .statusCode(200)
                .body("items.column", contains("Letak bukti"))
                .body("items[0].on_record", equalTo("Map 3"));
    }

    @Test
    void aComplaintIsLodgedOnceAndTheNextOneHasItsOwnRow() {
        PersonsWorkbook workbook = downloaded();
        Row ani = workbook.row("Pengaduan", "Nama pengurus", "Ani");
        workbook.write(ani, "Pengaduan", "KKS HILANG")
                .write(ani, "Disampaikan lewat", "KUNJUNGAN")
                .write(ani, "Uraian", "Hilang di pasar");
        Row budi = workbook.row("Pengaduan", "Nama pengurus", "Budi");
        workbook.write(budi, "Pengaduan", "LUPA PIN").write(budi, "Uraian", "Lupa");

        for (int status : List.of(201, 200)) {
            uploaded(workbook)
                    .statusCode(status)
                    .body("items.code", contains("WORKBOOK_ROW_INCOMPLETE"));
            facilitator
                    .get("/complaints?kpm_id=" + families.get(0))
                    .body("items", hasSize(1))
                    .body("items[0].type", equalTo("CARD_LOST"))
                    .body("items[0].channel", equalTo("VISIT"))
                    .body("items[0].level", equalTo("FACILITATOR"));
        }
        workbook.write(ani, "Pengaduan", "KKS RUSAK");
        uploaded(workbook).statusCode(200).body("items.column", hasItem("Pengaduan"));

        PersonsWorkbook next = downloaded();
        Row second = next.row("Pengaduan", "Nama pengurus", "Ani");
        assertThat(next.text(second, "Sudah diadukan")).isEqualTo("1");
        next.write(second, "Pengaduan", "KKS HILANG")
                .write(second, "Disampaikan lewat", "TELEPON")
                .write(second, "Uraian", "Masih hilang");
        uploaded(next)
                .statusCode(200)
                .body("rows_applied", equalTo(0))
                .body("items[0].code", equalTo("COMPLAINT_ALREADY_OPEN"));
    }

    @Test
    void theReturnedWorkbookStatesWhatBecameOfEachRowAndKeepsWhatWasRefused() {
        PersonsWorkbook workbook = withMeeting("HADIR", "MUNGKIN");
        StubFacts.held(meeting(first(), "Ani", "ABSENT"));

        PersonsWorkbook returned =
                PersonsWorkbook.opened(
                        facilitator
                                .send("/workbooks/" + month() + "/returned", workbook.saved())
                                .statusCode(200)
                                .contentType(XLSX)
                                .extract()
                                .asByteArray());

        assertThat(returned.text(attendance(returned, "Ani"), "Hasil unggahan"))
                .contains("BERTENTANGAN")
                .contains("Isian Anda: HADIR; di sistem: ALPA; saat buku dibuat: kosong");
        assertThat(returned.text(attendance(returned, "Ani"), "Pertemuan kelompok"))
                .isEqualTo("ALPA");
        assertThat(returned.text(attendance(returned, "Budi"), "Hasil unggahan"))
                .startsWith("DITOLAK: Pilih Pertemuan kelompok");
        assertThat(returned.text(attendance(returned, "Budi"), "Pertemuan kelompok"))
                .isEqualTo("MUNGKIN");
        assertThat(returned.rows("Hasil")).hasSize(3);

        returned.write(attendance(returned, "Ani"), "Pertemuan kelompok", "HADIR");
        returned.write(attendance(returned, "Budi"), "Pertemuan kelompok", "SAKIT");
        uploaded(returned)
                .statusCode(201)
                .body("rows_applied", equalTo(2))
                .body("rows_in_conflict", equalTo(0));
    }

    @Test
    void oneSheetAsCsvIsEnough() {
        PersonsWorkbook workbook = downloaded();
        Row ani = workbook.row("Kunjungan", "Nama pengurus", "Ani");
        String csv =
                "Kode baris;Tanggal;Tujuan;Temuan 1\n%s;%s;NOTICE;NOBODY_MET\n"
                        .formatted(ani.getCell(0).getStringCellValue(), first());

        facilitator
                .send("/workbooks/" + month(), csv)
                .statusCode(201)
                .body("rows_applied", equalTo(1));
    }

    @Test
    void whatIsNoWorkbookIsRefusedAsAWhole() {
        facilitator
                .send("/workbooks/" + month(), "a;b\n1;2\n")
                .statusCode(422)
                .body("code", equalTo("WORKBOOK_NOT_RECOGNISED"));
        facilitator
                .send("/workbooks/" + month(), "%PDF-1.4".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("code", equalTo("FILE_IS_PDF"));
        facilitator
                .send("/workbooks/" + month(), withMacros(downloaded()))
                .statusCode(422)
                .body("code", equalTo("FILE_HAS_MACROS"));
    }

    private static byte[] withMacros(PersonsWorkbook workbook) {
        try {
            workbook.poi().setVBAProject(new ByteArrayInputStream(new byte[] {1, 2, 3}));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return workbook.saved();
    }

    @Test
    void onlyThoseWhoseAreasHaveTheVillageGetIt() {
        String path = "/workbooks/" + month() + "?facilitator=" + facilitatorId;
        place.coordinator().get(path).statusCode(200);
        Caller.facilitator("17.71.08").get(path).statusCode(404);
        Caller.facilitator("17.71.08").send(path, "Kode baris\nx\n").statusCode(404);
        Caller.facilitator("17.71.08").get("/workbooks/" + month()).statusCode(404);
        Caller.as(Roles.MINISTRY_OFFICER, "*").get(path).statusCode(403);
        place.coordinator().get("/workbooks/2026-13").statusCode(400);
        place.coordinator().get("/workbooks/1999-01").statusCode(400);
    }

    @Test
    void aServiceThatDoesNotAnswerEndsItAndWhatWasRecordedIsRecognised() {
        PersonsWorkbook workbook = withMeeting("HADIR", "HADIR");
        StubFacts.setDown(true);
        try {
            facilitator
                    .get("/workbooks/" + month())
                    .statusCode(503)
                    .body("code", equalTo("OTHER_SERVICE_UNAVAILABLE"));
            uploaded(workbook).statusCode(503);
        } finally {
            StubFacts.setDown(false);
        }
        uploaded(workbook).statusCode(201);
    }

    private static YearMonth month() {
        return YearMonth.from(today());
    }

    private static LocalDate first() {
        return month().atDay(1);
    }
}
