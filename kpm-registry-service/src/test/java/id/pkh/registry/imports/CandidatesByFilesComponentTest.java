package id.pkh.registry.imports;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.TestPeople;
import id.pkh.registry.support.Workplace;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the list of the ministry to families in the programme, by files alone. */
@QuarkusTest
class CandidatesByFilesComponentTest extends RegistryComponentTest {

    private static final String WHAT_DIFFERS =
            "What differs is recorded as a data update of the family, and not in a list.";

    private static final List<String> COMPARED =
            List.of(
                    "PENGURUS;SESUAI;KTP",
                    "ANGGOTA;SESUAI;KARTU KELUARGA",
                    "SEKOLAH;SESUAI;SURAT SEKOLAH",
                    "KESEHATAN;SESUAI;BUKU KIA",
                    "PERAWATAN;SESUAI;SURAT DISABILITAS",
                    "ALAMAT;SESUAI;KTP",
                    "TELEPON;SESUAI;PERNYATAAN KELUARGA");

    private final List<String> cards = List.of(TestPeople.card(), TestPeople.card());
    private Workplace place;
    private Caller facilitator;
    private Caller officer;

    @BeforeEach
    void aPlace() {
        place = Workplace.another();
        facilitator = Caller.named("facilitator-of-lists", Roles.FACILITATOR, place.village(1));
        officer = Caller.as(Roles.MINISTRY_OFFICER, place.village(1));
        place.administrator().send("/imports/families", candidates()).statusCode(201);
    }

    private String candidates() {
        return cards.stream()
                .map(
                        card ->
                                card
                                        + ";"
                                        + TestPeople.woman("1985-03-02")
                                        + ";SITI CALON;"
                                        + place.village(1)
                                        + ";CALON;05/01/2026\n")
                .collect(
                        Collectors.joining(
                                "",
                                "no_kk;nik_pengurus;nama_pengurus;kode_desa;status;peserta_sejak\n",
                                ""));
    }

    private ValidatableResponse meeting() {
        return facilitator.send(
                "/candidate-lists/initial-meetings",
                "kode_desa;gelombang;tanggal;mulai;selesai;tempat;pembicara\n"
                        + place.village(1)
                        + ";2026-12;"
                        + today()
                        + ";9.00;12:00;Balai desa;PENDAMPING, Kepala Desa\n");
    }

    private ValidatableResponse each(String kind, String header, String cells) {
        return facilitator.send("/candidate-lists/" + kind, rows(header, cells));
    }

    private String rows(String header, String cells) {
        return cards.stream()
                .map(card -> card + ";" + cells + "\n")
                .collect(Collectors.joining("", "keluarga;" + header + "\n", ""));
    }

    private ValidatableResponse deliveries() {
        return each("initial-deliveries", "tanggal;kepada", today() + ";PENGURUS");
    }

    private ValidatableResponse marks() {
        return each("initial-marks", "kehadiran;topik", "HADIR;SEMUA");
    }

    private String comparisons() {
        return cards.stream()
                .flatMap(card -> COMPARED.stream().map(cells -> card + ";" + cells + "\n"))
                .collect(Collectors.joining("", "keluarga;butir;kesesuaian;bukti\n", ""));
    }

    private ValidatableResponse decided(String status) {
        return officer.send(
                "/decision-lists/status-decisions",
                rows(
                        "status;berlaku_mulai;kode_alasan",
                        status + ";" + today() + ";VALIDATED_AT_MEETING"));
    }

    private List<String> statuses() {
        return officer.get("/kpm/csv")
                .extract()
                .asString()
                .lines()
                .skip(1)
                .map(line -> line.split(";")[4])
                .toList();
    }

    @Test
    void aCandidateListBecomesActiveFamilies() {
        meeting().statusCode(201).body("rows_applied", equalTo(1));
        deliveries().statusCode(201).body("rows_applied", equalTo(2));
        assertThat(statuses()).containsOnly("INVITED");
        marks().statusCode(201).body("rows_applied", equalTo(2));
        facilitator
                .send("/candidate-lists/initial-comparisons", comparisons())
                .statusCode(201)
                .body("rows_applied", equalTo(14));
        assertThat(statuses()).containsOnly("VALIDATED");
        decided("LAYAK").statusCode(201).body("rows_applied", equalTo(2));
        decided("AKTIF").statusCode(201).body("rows_applied", equalTo(2));

        assertThat(statuses()).hasSize(2).containsOnly("ACTIVE");
    }

    @Test
    void whatIsOnRecordIsUnchangedWhenAnotherFileRepeatsIt() {
        meeting();
        deliveries();
        marks();
        facilitator.send("/candidate-lists/initial-comparisons", comparisons());
        String blank = "\n";

        facilitator
                .send(
                        "/candidate-lists/initial-deliveries",
                        rows("tanggal;kepada", today() + ";CARETAKER") + blank)
                .body("rows_unchanged", equalTo(2));
        facilitator
                .send("/candidate-lists/initial-marks", rows("kehadiran;topik", "CAME;TUJUAN"))
                .body("rows_unchanged", equalTo(2));
        facilitator
                .send("/candidate-lists/initial-comparisons", comparisons() + blank)
                .body("rows_unchanged", equalTo(14));
    }

    @Test
    void aTrialOfEachListRecordsNothing() {
        String list = rows("tanggal;kepada", today() + ";PENGURUS");
        meeting();

        for (int i = 0; i < 2; i++) {
            facilitator
                    .send("/candidate-lists/initial-deliveries/trial", list)
                    .statusCode(200)
                    .body("rows_applied", equalTo(2));
        }

        assertThat(statuses()).containsOnly("CANDIDATE");
        assertThat(
                        facilitator
                                .send("/candidate-lists/initial-deliveries/returned", list)
                                .extract()
                                .asString())
                .contains(";DITERIMA;");
        assertThat(statuses()).containsOnly("INVITED");
    }

    @Test
    void whatCannotBeIsRefusedRowByRow() {
        each("initial-deliveries", "tanggal;kepada", today() + ";PENGURUS")
                .statusCode(422)
                .body("refusals.code", contains("INITIAL_NOT_ON_LIST", "INITIAL_NOT_ON_LIST"));
        meeting();
        each("initial-deliveries", "tanggal;kepada", today().plusDays(1) + ";PENGURUS")
                .body("refusals[0].code", equalTo("INITIAL_DELIVERY_IN_FUTURE"))
                .body("refusals[0].column", equalTo("tanggal"));
        each("initial-deliveries", "tanggal;kepada", today() + ";KAKEK")
                .body("refusals[0].code", equalTo("WORD_UNKNOWN"));
        marks().body("refusals[0].code", equalTo("INITIAL_NOT_DELIVERED"));
        deliveries();
        facilitator
                .send("/candidate-lists/initial-comparisons", comparisons())
                .body("refusals[0].code", equalTo("INITIAL_NOT_PRESENT"));
        marks();
        each("initial-comparisons", "butir;kesesuaian;bukti", "SEKOLAH;BERBEDA;SURAT SEKOLAH")
                .body("refusals[0].code", equalTo("INITIAL_CHANGES_DISAGREE"))
                .body("refusals[0].message", equalTo(WHAT_DIFFERS));
        each("initial-comparisons", "butir;kesesuaian;bukti", "SEKOLAH;SESUAI;KTP")
                .body("refusals[0].code", equalTo("INITIAL_EVIDENCE_DISAGREES"))
                .body("refusals[0].expected", equalTo("KARTU KELUARGA, SURAT SEKOLAH"));
        decided("AKTIF").body("refusals[0].code", equalTo("INVALID_STATUS_TRANSITION"));
        decided("TIDAK LAYAK").body("refusals[0].code", equalTo("STATUS_NEEDS_DECISION"));
    }

    @Test
    void aFamilyElsewhereIsLikeOneThatIsNotOnRecord() {
        Caller other = Caller.as(Roles.FACILITATOR, place.village(2));
        meeting();

        other.send(
                        "/candidate-lists/initial-deliveries",
                        rows("tanggal;kepada", today() + ";PENGURUS"))
                .statusCode(422)
                .body("refusals[0].code", equalTo("FAMILY_UNKNOWN"))
                .body(
                        "refusals[0].masked_value",
                        equalTo("************" + cards.get(0).substring(12)));
    }

    @Test
    void eachListHasItsSenders() {
        facilitator.send("/decision-lists/status-decisions", "keluarga\n").statusCode(403);
        officer.send("/candidate-lists/initial-marks", "keluarga\n").statusCode(403);
        facilitator.send("/candidate-lists/status-decisions", "keluarga\n").statusCode(404);
        place.administrator().send("/imports/initial-marks/trial", "keluarga\n").statusCode(404);
    }
}
