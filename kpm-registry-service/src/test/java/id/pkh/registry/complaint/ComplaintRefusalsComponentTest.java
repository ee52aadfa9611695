package id.pkh.registry.complaint;

import static id.pkh.registry.complaint.ComplaintApi.lodge;
import static id.pkh.registry.complaint.ComplaintApi.lodged;
import static id.pkh.registry.complaint.ComplaintApi.lodging;
import static id.pkh.registry.complaint.ComplaintApi.propose;
import static id.pkh.registry.complaint.ComplaintApi.step;
import static id.pkh.registry.complaint.ComplaintApi.take;
import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

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

/** What complaints refuse, and the deadlines that two people enter. */
@QuarkusTest
class ComplaintRefusalsComponentTest extends RegistryComponentTest {

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
        step(facilitator, complaint, step("FAMILY_VISITED", today())).statusCode(201);
        propose(facilitator, complaint, 2, null).statusCode(200);
        return complaint;
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
                                today().toString(),
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
        assertThat(tables.texts("SELECT type || ' ' || days FROM complaint_type_deadline"))
                .contains("CARD_HELD_BY_OTHER 1");
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "INSERT INTO complaint_type_deadline VALUES ('ALONE',"
                                                + " '2101-03-01', 'CARD_LOST', 5, 'none')"))
                .hasStackTraceContaining("two people enter");
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
                "deadlines", deadlines,
                "type_deadlines", List.of(Map.of("type", "CARD_HELD_BY_OTHER", "days", 1)));
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
