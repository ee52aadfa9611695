package id.pkh.registry.complaint;

import static id.pkh.registry.complaint.ComplaintApi.close;
import static id.pkh.registry.complaint.ComplaintApi.lodge;
import static id.pkh.registry.complaint.ComplaintApi.lodged;
import static id.pkh.registry.complaint.ComplaintApi.lodging;
import static id.pkh.registry.complaint.ComplaintApi.propose;
import static id.pkh.registry.complaint.ComplaintApi.step;
import static id.pkh.registry.complaint.ComplaintApi.take;
import static id.pkh.registry.complaint.ComplaintApi.withNote;
import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Workplace;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A complaint on its way from the family to its outcome. */
@QuarkusTest
class ComplaintComponentTest extends RegistryComponentTest {

    private Workplace place;
    private UUID family;
    private UUID worker;
    private Caller facilitator;

    @BeforeEach
    void someoneWorksThere() {
        place = Workplace.another();
        worker = place.facilitator(1);
        facilitator = place.signedIn(worker);
        family = familyIn(1);
    }

    private UUID familyIn(int village) {
        UUID kpm = importedFamily();
        tables.execute(
                "UPDATE kpm SET village_code = ?, group_code = ? WHERE id = ?",
                place.village(village),
                place.village(village) + "-01",
                kpm);
        return kpm;
    }

    private String inProgress(String type) {
        String complaint = lodged(facilitator, lodging(family, type));
        take(facilitator, complaint, 1).statusCode(200);
        return complaint;
    }

    private String followedUp(String type) {
        String complaint = inProgress(type);
        step(facilitator, complaint, step("FAMILY_VISITED", today())).statusCode(201);
        propose(facilitator, complaint, 2, null).statusCode(200);
        return complaint;
    }

    private List<String> templates(String complaint) {
        return tables.texts(
                "SELECT receiver_role || ' ' || template FROM notification WHERE subject_id = ?"
                        + " ORDER BY 1",
                UUID.fromString(complaint));
    }

    @Test
    void aLostCardIsReplacedStepByStep() {
        String complaint =
                lodge(facilitator, lodging(family, "CARD_LOST"))
                        .statusCode(201)
                        .body("state", equalTo("OPEN"))
                        .body("level", equalTo("FACILITATOR"))
                        .body("priority", equalTo("MEDIUM"))
                        .body("due_on", equalTo(today().plusDays(7).toString()))
                        .body("next_steps", equalTo(List.of("POLICE_LETTER")))
                        .body("text", nullValue())
                        .extract()
                        .path("complaint_id");
        take(facilitator, complaint, 1).statusCode(200).body("state", equalTo("IN_PROGRESS"));
        propose(facilitator, complaint, 2, null)
                .statusCode(409)
                .body("code", equalTo("COMPLAINT_STEPS_MISSING"))
                .body("next", equalTo("POLICE_LETTER"));
        step(facilitator, complaint, step("BANK_REPORTED", today()))
                .statusCode(422)
                .body("code", equalTo("COMPLAINT_STEP_OUT_OF_ORDER"));
        step(facilitator, complaint, step("POLICE_LETTER", today().plusDays(1)))
                .statusCode(422)
                .body("code", equalTo("COMPLAINT_STEP_IN_FUTURE"));
        step(facilitator, complaint, step("POLICE_LETTER", today().minusDays(1))).statusCode(201);
        step(facilitator, complaint, step("BANK_REPORTED", today().minusDays(2)))
                .statusCode(422)
                .body("code", equalTo("COMPLAINT_STEP_BEFORE_FORMER"));
        step(facilitator, complaint, step("UNBLOCKED", today()))
                .statusCode(422)
                .body("code", equalTo("COMPLAINT_STEP_NOT_OF_TYPE"));
        step(facilitator, complaint, step("BANK_REPORTED", today())).statusCode(201);
        Map<String, Object> withoutDigits = step("CARD_REPLACED", today());
        withoutDigits.remove("card_last_digits");
        step(facilitator, complaint, withoutDigits)
                .statusCode(422)
                .body("code", equalTo("COMPLAINT_STEP_INCOMPLETE"));
        Map<String, Object> wholeNumber = step("CARD_REPLACED", today());
        wholeNumber.put("card_last_digits", "6013010012344821");
        step(facilitator, complaint, wholeNumber).statusCode(400);
        step(facilitator, complaint, step("CARD_REPLACED", today()))
                .statusCode(201)
                .body("next_steps", hasSize(0))
                .body(
                        "steps.kind",
                        equalTo(List.of("POLICE_LETTER", "BANK_REPORTED", "CARD_REPLACED")));
        propose(facilitator, complaint, 2, null)
                .statusCode(200)
                .body("state", equalTo("FOLLOWED_UP"))
                .body("version", equalTo(3));
        close(place.coordinator(), complaint, 3, null)
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("history.act", equalTo(List.of("LODGED", "TAKEN", "FOLLOWED_UP", "CLOSED")));

        assertThat(templates(complaint))
                .containsExactly("FACILITATOR COMPLAINT_WAITS", "FAMILY COMPLAINT_ANSWERED");
        facilitator
                .get("/complaints/" + complaint)
                .body("text", equalTo("The family says what is wrong."))
                .body("steps[0].reference", equalTo("letter LP/B/123"))
                .body("history[2].note", equalTo("What was done."));
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM read_log WHERE subject_kind = 'complaint'"
                                        + " AND subject_id = ?",
                                complaint))
                .isEqualTo(1);
        assertThat(tables.wholeOutbox()).doesNotContain(complaint);
        assertThat(tables.texts("SELECT body FROM idempotency_key WHERE body IS NOT NULL"))
                .noneMatch(body -> body.contains("what is wrong") || body.contains("LP/B/123"));
    }

    @Test
    void whoFollowedItUpDoesNotCloseIt() {
        String complaint = followedUp("DATA_MISMATCH");

        close(facilitator, complaint, 3, null)
                .statusCode(409)
                .body("code", equalTo("COMPLAINT_SAME_PERSON"));
        withNote(facilitator, complaint, "return", 3)
                .statusCode(409)
                .body("code", equalTo("COMPLAINT_SAME_PERSON"));
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "UPDATE complaint SET state = 'DONE', version = 4,"
                                                + " closed_by = followed_up_by WHERE complaint_id = ?",
                                        UUID.fromString(complaint)))
                .hasStackTraceContaining("complaint_closed_by_another");
        place.administrator().get("/complaints/" + complaint).statusCode(404);
        close(place.coordinator(), complaint, 2, null)
                .statusCode(409)
                .body("code", equalTo("COMPLAINT_VERSION_DIFFERS"));
        withNote(place.coordinator(), complaint, "return", 3)
                .statusCode(200)
                .body("state", equalTo("IN_PROGRESS"))
                .body("outcome", nullValue());
        close(place.coordinator(), complaint, 4, null)
                .statusCode(409)
                .body("code", equalTo("COMPLAINT_NOT_OPEN"));
        propose(facilitator, complaint, 4, "NOT_SUBSTANTIATED").statusCode(200);
        close(place.coordinator(), complaint, 5, null)
                .statusCode(200)
                .body("state", equalTo("REJECTED"))
                .body("reason", equalTo("NOT_SUBSTANTIATED"));
    }

    @Test
    void aFamilyThatDoesNotAgreeGetsTheLevelAbove() {
        String complaint = followedUp("DATA_MISMATCH");
        withNote(facilitator, complaint, "reopening", 3)
                .statusCode(409)
                .body("code", equalTo("COMPLAINT_NOT_OPEN"));
        close(place.coordinator(), complaint, 3, null).statusCode(200);

        withNote(facilitator, complaint, "reopening", 4)
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("level", equalTo("COORDINATOR"))
                .body("round", equalTo(2))
                .body("handler", nullValue());
        take(facilitator, complaint, 5)
                .statusCode(409)
                .body("code", equalTo("COMPLAINT_NOT_WITH_YOU"));
        step(facilitator, complaint, step("FAMILY_VISITED", today()))
                .statusCode(409)
                .body("code", equalTo("COMPLAINT_NOT_OPEN"));
        take(place.coordinator(), complaint, 5).statusCode(200);
        propose(place.coordinator(), complaint, 6, null)
                .statusCode(409)
                .body("code", equalTo("COMPLAINT_STEPS_MISSING"));
        step(facilitator, complaint, step("FAMILY_VISITED", today()))
                .statusCode(409)
                .body("code", equalTo("COMPLAINT_NOT_WITH_YOU"));
        step(place.coordinator(), complaint, step("OFFICE_ASKED", today())).statusCode(201);
        propose(place.coordinator(), complaint, 6, "OTHER").statusCode(200);
        close(facilitator, complaint, 7, null)
                .statusCode(409)
                .body("code", equalTo("COMPLAINT_NOT_WITH_YOU"));
        close(place.administrator(), complaint, 7, null).statusCode(200);
        assertThat(templates(complaint)).contains("COORDINATOR COMPLAINT_WAITS");
    }

    @Test
    void theSameComplaintIsLodgedOnceAndIsOpenOnce() {
        Caller once = facilitator.withNewKey();
        Map<String, Object> lodging = lodging(family, "CARD_DAMAGED");
        String complaint =
                once.post("/complaints", lodging).statusCode(201).extract().path("complaint_id");

        once.post("/complaints", lodging).statusCode(201).body("complaint_id", equalTo(complaint));
        lodge(facilitator, lodging).statusCode(409).body("code", equalTo("COMPLAINT_ALREADY_OPEN"));
        lodge(facilitator, lodging(family, "CARD_LOST")).statusCode(201);
        facilitator.get("/complaints?kpm_id=" + family).body("items", hasSize(2));
        facilitator
                .get("/complaints?kpm_id=" + family + "&type=CARD_LOST&state=OPEN&overdue=false")
                .body("items", hasSize(1))
                .body("items[0].steps", nullValue());
    }
}
