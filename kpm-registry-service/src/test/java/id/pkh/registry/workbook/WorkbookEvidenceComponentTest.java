package id.pkh.registry.workbook;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.TestPeople;
import id.pkh.registry.support.Workplace;
import id.pkh.testsupport.files.PersonsWorkbook;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sheets of schools and health services, of which verification decides. */
@QuarkusTest
@QuarkusTestResource(value = StubServices.class, restrictToAnnotatedClass = false)
class WorkbookEvidenceComponentTest extends RegistryComponentTest {

    private static final String SCHOOL = "10702026";

    private Workplace place;
    private Caller facilitator;
    private UUID kpmId;
    private UUID memberId;

    @BeforeEach
    void aPupil() {
        StubFacts.takePosts();
        place = Workplace.another();
        facilitator = place.signedIn(place.facilitator(1));
        kpmId = family();
        memberId =
                UUID.fromString(
                        place.administrator()
                                .read("/kpm/" + kpmId + "/members")
                                .getString("items.find { it.component == 'SD' }.member_id"));
        StubEvidence.expects("SCHOOL", place.village(1), kpmId, memberId, SCHOOL);
        StubEvidence.expects("HEALTH", place.village(1), kpmId, memberId, "");
    }

    private UUID family() {
        Map<String, Object> pupil =
                Map.of(
                        "nik", TestPeople.woman("2014-05-10"),
                        "name", "Budi",
                        "birth_date", "2014-05-10",
                        "component", "SD",
                        "component_since", "2025-07-14");
        return UUID.fromString(
                place.administrator()
                        .post(
                                "/kpm",
                                Map.of(
                                        "family_card",
                                        TestPeople.card(),
                                        "caretaker",
                                        Map.of(
                                                "nik",
                                                TestPeople.woman("1985-03-02"),
                                                "name",
                                                "Ani"),
                                        "village_code",
                                        place.village(1),
                                        "group_code",
                                        place.village(1) + "-01",
                                        "participating_since",
                                        "2025-01-01",
                                        "members",
                                        List.of(pupil)))
                        .statusCode(201)
                        .extract()
                        .path("kpm_id"));
    }

    @Test
    void daysAreSentInTheNameOfTheCallerAndTheSameFileAgainChangesNothing() {
        PersonsWorkbook workbook = downloaded();
        Row budi = pupil(workbook);
        assertThat(workbook.text(budi, "NPSN")).isEqualTo(SCHOOL);
        workbook.write(budi, "Alpa", 1).write(budi, "Hadir", 19);

        uploaded(workbook).statusCode(201).body("rows_applied", equalTo(1));

        List<JsonNode> posts = StubFacts.takePosts();
        assertThat(posts).hasSize(1);
        JsonNode sent = posts.get(0).path("sent");
        assertThat(sent.path("kind").asText()).isEqualTo("SCHOOL");
        assertThat(sent.path("point_code").asText()).isEqualTo(SCHOOL);
        assertThat(sent.path("quarter").asText())
                .isEqualTo(month().getYear() + "-Q" + (month().getMonthValue() + 2) / 3);
        assertThat(sent.at("/rows/0/member_id").asText()).isEqualTo(memberId.toString());
        assertThat(sent.at("/rows/0/months/0/month").asText()).isEqualTo(month().toString());
        assertThat(sent.at("/rows/0/months/0/alpa").asText()).isEqualTo("1");
        assertThat(sent.toString()).doesNotContain("nik", "Budi", "Ani");
        uploaded(workbook).statusCode(200).body("rows_refused", equalTo(0));
        assertThat(StubFacts.takePosts()).isEmpty();
        assertThat(downloaded().text(pupil(downloaded()), "Hadir")).isEqualTo("19");
    }

    @Test
    void aDayThatIsImpossibleIsRefusedInTheWordsOfVerification() {
        PersonsWorkbook workbook = downloaded();
        workbook.write(pupil(workbook), "Hadir", 40);
        uploaded(workbook)
                .statusCode(200)
                .body("items.code", contains("DAYS_IMPOSSIBLE"))
                .body("items.message", contains("Jumlah hari tidak mungkin."));
    }

    @Test
    void whatTheSchoolSentMeanwhileIsAConflict() {
        PersonsWorkbook workbook = downloaded();
        workbook.write(pupil(workbook), "Hadir", 19);
        StubEvidence.states(
                "SCHOOL",
                memberId,
                SCHOOL,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("alpa", "0")
                        .put("izin", "0")
                        .put("sakit", "0")
                        .put("jml", "20"));
        uploaded(workbook)
                .body("rows_in_conflict", equalTo(1))
                .body("items[0].sheet", equalTo("Sekolah"))
                .body("items[0].on_record", equalTo("20"));
        assertThat(StubFacts.takePosts()).isEmpty();
    }

    @Test
    void aVisitNamesItsService() {
        PersonsWorkbook workbook = downloaded();
        Row row = workbook.row("Kesehatan", "Nama anggota", "Budi");
        workbook.write(row, "Kunjungan", "1 tb bb");
        uploaded(workbook).body("items.code", contains("WORKBOOK_ROW_INCOMPLETE"));
        workbook.write(row, "Kode faskes", "pkm-1");
        uploaded(workbook).statusCode(201).body("rows_applied", equalTo(1));
        JsonNode sent = StubFacts.takePosts().get(0).path("sent");
        assertThat(sent.path("point_code").asText()).isEqualTo("PKM-1");
        assertThat(sent.at("/rows/0/months/0/visits").asText()).isEqualTo("1 BB TB");
        uploaded(workbook).statusCode(200).body("rows_refused", equalTo(0));
        assertThat(StubFacts.takePosts()).isEmpty();
    }

    @Test
    void aPupilWithoutASchoolOnRecordIsRefused() {
        StubEvidence.expects("SCHOOL", place.village(1), kpmId, memberId, "");
        PersonsWorkbook workbook = downloaded();
        workbook.write(pupil(workbook), "Hadir", 19);
        uploaded(workbook).body("items.code", contains("WORKBOOK_ROW_INCOMPLETE"));
    }

    private static Row pupil(PersonsWorkbook workbook) {
        return workbook.row("Sekolah", "Nama siswa", "Budi");
    }

    private PersonsWorkbook downloaded() {
        return PersonsWorkbook.opened(
                facilitator.get("/workbooks/" + month()).statusCode(200).extract().asByteArray());
    }

    private ValidatableResponse uploaded(PersonsWorkbook workbook) {
        return facilitator.send("/workbooks/" + month(), workbook.saved());
    }

    private static YearMonth month() {
        return YearMonth.from(today());
    }
}
