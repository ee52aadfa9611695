package id.pkh.meeting.group;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.GroupMeetingComponentTest;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.Family;
import id.pkh.meeting.support.Village;
import id.pkh.testsupport.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Officers hold their offices over days. */
@QuarkusTest
@OnLocalStack("meeting")
class OfficerTermComponentTest extends GroupMeetingComponentTest {

    @Inject DataSource database;

    @BeforeEach
    void aGroup() {
        aGroupOf(5);
    }

    @Test
    void anElectionEndsTheTermsBeforeIt() {
        elect(0, 1, 2, "2026-01-10").statusCode(201);
        elect(3, 1, 2, "2026-03-10").statusCode(201);

        officers("2026-01-09").body("officers", empty()).body("terms", hasSize(6));
        officers("2026-03-09")
                .body("officers.office", contains("CHAIR", "SECRETARY", "TREASURER"))
                .body("officers[0].kpm_id", equalTo(kpmId(0).toString()))
                .body("officers[0].last_day", equalTo("2026-03-09"));
        officers("2026-03-10").body("officers[0].kpm_id", equalTo(kpmId(3).toString()));

        elect(4, 1, 2, "2026-02-10").statusCode(201);
        officers("2026-02-10").body("officers[0].kpm_id", equalTo(kpmId(4).toString()));
        officers("2026-02-09").body("officers[0].kpm_id", equalTo(kpmId(0).toString()));
        officers("2026-04-01").body("officers[0].kpm_id", equalTo(kpmId(3).toString()));
        elect(0, 1, 2, "2026-03-10").statusCode(201);
        officers("2026-04-01")
                .body("officers", hasSize(3))
                .body("officers[0].kpm_id", equalTo(kpmId(0).toString()));
    }

    @Test
    void aFamilyThatLeavesTheGroupHoldsNoOffice() {
        elect(0, 1, 2, "2026-01-10").statusCode(201);
        registry.state(families.get(0), 2, village, village.group(2), "2026-02-01", "ACTIVE");
        registry.await();

        officers("2026-01-31").body("officers", hasSize(3));
        officers("2026-02-01").body("officers.office", contains("SECRETARY", "TREASURER"));
    }

    @Test
    void aSingleTermIsRecordedOnceAndEnded() {
        String term =
                term("CHAIR", 0, "2026-01-10", null)
                        .statusCode(201)
                        .extract()
                        .path("terms[0].term_id");
        term("CHAIR", 0, "2026-01-10", null).statusCode(200).body("terms", hasSize(1));
        end(term, "2026-02-28").statusCode(200).body("officers", hasSize(1));
        end(term, "2026-02-28").statusCode(200);
        officers("2026-03-01").body("officers", empty());
        term("CHAIR", 1, "2026-03-01", "2027-02-28").statusCode(201);
        term("SECRETARY", 0, "2026-03-01", null).statusCode(201);

        refused(end(term, "2026-03-31"), 409, "OFFICER_TERM_ENDED");
        refused(end(term, "2026-01-09"), 422, "OFFICER_TERM_ENDS_EARLY");
        end(UUID.randomUUID().toString(), "2026-03-31").statusCode(404);
    }

    @Test
    void aTermThatCannotBeIsRefused() {
        elect(0, 1, 2, "2026-01-10").statusCode(201);
        refused(term("CHAIR", 3, "2026-05-01", null), 409, "OFFICER_TERM_OVERLAPS");
        refused(term("CHAIR", 3, "2025-12-01", "2026-01-10"), 409, "OFFICER_TERM_OVERLAPS");
        refused(term("CHAIR", 1, "2025-12-01", "2026-02-10"), 409, "OFFICER_TERM_OVERLAPS");
        term("CHAIR", 3, "2025-12-01", "2026-01-09").statusCode(201);
        refused(term("CHAIR", 3, "2026-06-11", null), 422, "DATE_IN_FUTURE");
        refused(term("CHAIR", 3, "2025-11-02", "2025-11-01"), 422, "OFFICER_TERM_ENDS_EARLY");
        refused(term("CASHIER", 3, "2025-11-01", null), 422, "OFFICE_UNKNOWN");
        families = List.of(Family.another());
        refused(term("CHAIR", 0, "2025-11-01", null), 422, "OFFICER_NOT_IN_GROUP");
        Api.facilitator(Village.another()).get("/groups/" + groupId + "/officers").statusCode(404);
    }

    @Test
    void theDatabaseRefusesASecondOfficerOfADay() {
        elect(0, 1, 2, "2026-01-10").statusCode(201);
        assertThatThrownBy(
                        () ->
                                new Rows(database)
                                        .change(
                                                "INSERT INTO officer_term (id, group_id, office, kpm_id, first_day,"
                                                        + " recorded_at, recorded_by) VALUES (gen_random_uuid(), ?, 'CHAIR',"
                                                        + " ?, '2026-05-01', now(), 'test')",
                                                groupId,
                                                kpmId(4)))
                .hasMessageContaining("officer_term_one_an_office");
    }

    private UUID kpmId(int family) {
        return families.get(family).kpmId();
    }

    private ValidatableResponse elect(int chair, int secretary, int treasurer, String on) {
        return Api.facilitator(village)
                .post(
                        "/groups/" + groupId + "/officers",
                        Map.of(
                                "chair_kpm_id", kpmId(chair),
                                "secretary_kpm_id", kpmId(secretary),
                                "treasurer_kpm_id", kpmId(treasurer),
                                "elected_on", on));
    }

    private ValidatableResponse officers(String on) {
        return Api.facilitator(village)
                .get("/groups/" + groupId + "/officers?on=" + on)
                .statusCode(200);
    }

    private ValidatableResponse term(String office, int family, String first, String last) {
        Map<String, Object> request = new HashMap<>();
        request.put("office", office);
        request.put("kpm_id", kpmId(family));
        request.put("first_day", first);
        request.put("last_day", last);
        return Api.facilitator(village).post("/groups/" + groupId + "/officer-terms", request);
    }

    private ValidatableResponse end(String term, String lastDay) {
        return Api.facilitator(village)
                .post(
                        "/groups/" + groupId + "/officer-terms/" + term + "/end",
                        Map.of("last_day", lastDay));
    }

    private static void refused(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status).body("code", equalTo(code));
    }
}
