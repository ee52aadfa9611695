package id.pkh.registry.complaint;

import static id.pkh.registry.complaint.ComplaintApi.close;
import static id.pkh.registry.complaint.ComplaintApi.lodge;
import static id.pkh.registry.complaint.ComplaintApi.lodged;
import static id.pkh.registry.complaint.ComplaintApi.lodging;
import static id.pkh.registry.complaint.ComplaintApi.propose;
import static id.pkh.registry.complaint.ComplaintApi.step;
import static id.pkh.registry.complaint.ComplaintApi.take;
import static id.pkh.registry.complaint.ComplaintApi.withNote;
import static id.pkh.registry.support.Workplace.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.family.domain.Measure;
import id.pkh.registry.support.Workplace;
import id.pkh.testsupport.RuleTable;
import id.pkh.testsupport.description.contract.PolicyExamples;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
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

    @AfterEach
    void revoke() {
        PolicyExamples.end(tables);
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
        step(facilitator, complaint, step("FAMILY_VISITED", TODAY)).statusCode(201);
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
                        .body("due_on", equalTo(TODAY.plusDays(7).toString()))
                        .body("next_steps", equalTo(List.of("POLICE_LETTER")))
                        .body("text", nullValue())
                        .extract()
                        .path("complaint_id");
        take(facilitator, complaint, 1).statusCode(200).body("state", equalTo("IN_PROGRESS"));
        propose(facilitator, complaint, 2, null)
                .statusCode(409)
                .body("code", equalTo("COMPLAINT_STEPS_MISSING"))
                .body("next", equalTo("POLICE_LETTER"));
        step(facilitator, complaint, step("BANK_REPORTED", TODAY))
                .statusCode(422)
                .body("code", equalTo("COMPLAINT_STEP_OUT_OF_ORDER"));
        step(facilitator, complaint, step("POLICE_LETTER", TODAY.plusDays(1)))
                .statusCode(422)
                .body("code", equalTo("COMPLAINT_STEP_IN_FUTURE"));
        step(facilitator, complaint, step("POLICE_LETTER", TODAY.minusDays(1))).statusCode(201);
        step(facilitator, complaint, step("BANK_REPORTED", TODAY.minusDays(2)))
                .statusCode(422)
                .body("code", equalTo("COMPLAINT_STEP_BEFORE_FORMER"));
        step(facilitator, complaint, step("UNBLOCKED", TODAY))
                .statusCode(422)
                .body("code", equalTo("COMPLAINT_STEP_NOT_OF_TYPE"));
        step(facilitator, complaint, step("BANK_REPORTED", TODAY)).statusCode(201);
        Map<String, Object> withoutDigits = step("CARD_REPLACED", TODAY);
        withoutDigits.remove("card_last_digits");
        step(facilitator, complaint, withoutDigits)
                .statusCode(422)
                .body("code", equalTo("COMPLAINT_STEP_INCOMPLETE"));
        Map<String, Object> wholeNumber = step("CARD_REPLACED", TODAY);
        wholeNumber.put("card_last_digits", "6013010012344821");
        step(facilitator, complaint, wholeNumber).statusCode(400);
        step(facilitator, complaint, step("CARD_REPLACED", TODAY))
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
        step(facilitator, complaint, step("FAMILY_VISITED", TODAY))
                .statusCode(409)
                .body("code", equalTo("COMPLAINT_NOT_OPEN"));
        take(place.coordinator(), complaint, 5).statusCode(200);
        propose(place.coordinator(), complaint, 6, null)
                .statusCode(409)
                .body("code", equalTo("COMPLAINT_STEPS_MISSING"));
        step(facilitator, complaint, step("FAMILY_VISITED", TODAY))
                .statusCode(409)
                .body("code", equalTo("COMPLAINT_NOT_WITH_YOU"));
        step(place.coordinator(), complaint, step("OFFICE_ASKED", TODAY)).statusCode(201);
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

    @Test
    void whatCannotBeAComplaintIsRefused() {
        UUID other = familyIn(2);
        Map<String, Object> member = lodging(family, "SCHOOL_DROPOUT");
        lodge(facilitator, member)
                .statusCode(422)
                .body("code", equalTo("COMPLAINT_MEMBER_DISAGREES"));
        member.put(
                "member_id",
                tables.text("SELECT caretaker_member_id FROM kpm WHERE id = ?", other));
        lodge(facilitator, member).statusCode(422).body("code", equalTo("NOT_A_MEMBER"));
        Map<String, Object> low = lodging(family, "CARD_HELD_BY_OTHER");
        low.put("priority", "HIGH");
        lodge(facilitator, low)
                .statusCode(422)
                .body("code", equalTo("COMPLAINT_PRIORITY_TOO_LOW"))
                .body("least", equalTo("CRITICAL"));
        Map<String, Object> conduct = lodging(family, "FACILITATOR_CONDUCT");
        lodge(facilitator, conduct)
                .statusCode(422)
                .body("code", equalTo("COMPLAINT_PERSON_DISAGREES"));
        conduct.put("about_facilitator_id", UUID.randomUUID());
        lodge(facilitator, conduct).statusCode(422).body("code", equalTo("FACILITATOR_UNKNOWN"));
        conduct.put("about_facilitator_id", worker);
        lodge(facilitator, conduct)
                .statusCode(422)
                .body("code", equalTo("COMPLAINT_ABOUT_ONESELF"));
        Map<String, Object> visited = lodging(family, "CARD_LOST");
        visited.put("visit_id", visit(other));
        lodge(facilitator, visited)
                .statusCode(422)
                .body("code", equalTo("COMPLAINT_VISIT_DISAGREES"));
        visited.put("visit_id", visit(family));
        lodge(facilitator, visited).statusCode(201);
        Map<String, Object> number = lodging(family, "WELL_OFF");
        number.put("text", "Her number is 1771085005160003.");
        lodge(facilitator, number).statusCode(422);
        lodge(Caller.facilitator("17.71.09"), lodging(family, "MOVED")).statusCode(404);
        lodge(facilitator, lodging(UUID.randomUUID(), "MOVED")).statusCode(404);

        String open = inProgress("MOVED");
        leaves(family, Measure.TERMINATE);
        lodge(facilitator, lodging(family, "UNREACHABLE"))
                .statusCode(409)
                .body("code", equalTo("KPM_CLOSED"));
        propose(facilitator, open, 2, null)
                .statusCode(409)
                .body("code", equalTo("COMPLAINT_STEPS_MISSING"));
        Map<String, Object> reasonless =
                Map.of("version", 2, "outcome", "REJECTED", "note", "no reason");
        facilitator
                .post("/complaints/" + open + "/follow-up", reasonless)
                .statusCode(422)
                .body("code", equalTo("COMPLAINT_REASON_DISAGREES"));
        propose(facilitator, open, 2, "WITHDRAWN_BY_FAMILY").statusCode(200);
    }

    private String visit(UUID kpm) {
        return Caller.named("visitor-1", Roles.FACILITATOR, place.subDistrict())
                .withNewKey()
                .post(
                        "/home-visits",
                        Map.of(
                                "kpm_id",
                                kpm,
                                "visited_on",
                                TODAY.toString(),
                                "purpose",
                                "COMPLAINT",
                                "findings",
                                List.of("NOBODY_MET")))
                .statusCode(201)
                .extract()
                .path("visit_id");
    }

    @Test
    void theDeadlinesAreThoseOfThePage() {
        for (List<String> row :
                RuleTable.rows("complaints.md", "category", "LOW", "MEDIUM", "HIGH", "CRITICAL")) {
            assertThat(
                            tables.texts(
                                    "SELECT days::text FROM complaint_deadline"
                                            + " WHERE policy_code = 'COMPLAINTS-2026' AND category = ?"
                                            + " ORDER BY array_position(ARRAY['LOW', 'MEDIUM', 'HIGH',"
                                            + " 'CRITICAL'], priority)",
                                    row.get(0)))
                    .isEqualTo(row.subList(1, 5));
        }
    }

    @Test
    void twoPeopleEnterDeadlinesForEveryComplaint() {
        List<Map<String, Object>> deadlines =
                RuleTable.rows("complaints.md", "category", "LOW", "MEDIUM", "HIGH", "CRITICAL")
                        .stream()
                        .flatMap(
                                row ->
                                        List.of("LOW", "MEDIUM", "HIGH", "CRITICAL").stream()
                                                .map(
                                                        priority ->
                                                                Map.<String, Object>of(
                                                                        "category",
                                                                        row.get(0),
                                                                        "priority",
                                                                        priority,
                                                                        "days",
                                                                        3)))
                        .toList();
        Caller officer = Caller.officer("officer-9");
        officer.post("/policy-versions/complaint-deadlines", entry(deadlines.subList(1, 16)))
                .statusCode(422)
                .body("code", equalTo("POLICY_ROW_MISSING"))
                .body("row", equalTo("CARD LOW"));
        JsonPath entered =
                officer.post("/policy-versions/complaint-deadlines", entry(deadlines))
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        String version = "/policy-versions/" + entered.getString("version_id");
        Map<String, String> named = Map.of("sha256", entered.getString("sha256"));
        Caller.approver("approver-9").post(version + "/approval", named).statusCode(200);

        assertThat(tables.number("SELECT count(*) FROM complaint_deadline WHERE days = 3"))
                .isGreaterThanOrEqualTo(16);
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "INSERT INTO complaint_deadline VALUES ('ALONE',"
                                                + " '2101-03-01', 'CARD', 'LOW', 5, 'none')"))
                .hasStackTraceContaining("two people enter");
    }

    private static Map<String, Object> entry(List<Map<String, Object>> deadlines) {
        return Map.of(
                "policy_code", "COMPLAINTS-2102",
                "valid_from", "2102-02-01",
                "legal_basis", "Decree of the director 9/2101",
                "deadlines", deadlines);
    }

    @Test
    void theTablesHoldWhatTheRulesSay() {
        UUID id = UUID.fromString(followedUp("DATA_MISMATCH"));

        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "UPDATE complaint SET state = 'OPEN', version = 4,"
                                                + " followed_up_by = NULL, outcome = NULL"
                                                + " WHERE complaint_id = ?",
                                        id))
                .hasStackTraceContaining("does not become");
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "UPDATE complaint SET priority = 'HIGH', version = 4"
                                                + " WHERE complaint_id = ?",
                                        id))
                .hasStackTraceContaining("does not change");
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "DELETE FROM complaint_step WHERE complaint_id = ?", id))
                .isNotNull();
        UUID lost = UUID.fromString(inProgress("CARD_LOST"));
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "INSERT INTO complaint_step VALUES (?, 1, 1, 'BANK_REPORTED', 2,"
                                                + " '2026-01-01', 'NOBODY', NULL, NULL, NULL, 'x', now())",
                                        lost))
                .hasStackTraceContaining("follows the one before it");
    }
}
