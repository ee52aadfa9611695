package id.pkh.registry.facilitator;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Workplace;
import id.pkh.registry.workbook.StubFacts;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A village is handed over with a notice, an overlap and the list of what is open. */
@QuarkusTest
class HandoverComponentTest extends RegistryComponentTest {

    private Workplace place;
    private UUID predecessor;
    private UUID successor;

    @BeforeEach
    void twoFacilitators() {
        place = Workplace.another();
        predecessor = place.facilitator(1, 2);
        successor = place.facilitator(3);
    }

    private Map<String, Object> plan(Map<String, Object> other) {
        Map<String, Object> plan = new HashMap<>();
        plan.put("predecessor_id", predecessor.toString());
        plan.put("successor_id", successor.toString());
        plan.put("village_codes", List.of(place.village(1)));
        plan.put("effective_on", firstDay().toString());
        plan.put("reason_code", "TRANSFERRED");
        plan.putAll(other);
        return plan;
    }

    private ValidatableResponse planned(Map<String, Object> other) {
        return place.coordinator().post("/handovers", plan(other));
    }

    private void refused(Map<String, Object> other, int status, String code) {
        planned(other).statusCode(status).body("code", equalTo(code));
    }

    private String handover() {
        return planned(Map.of()).statusCode(201).extract().path("handovers[0].handover_id");
    }

    private UUID familyIn(int village) {
        UUID family = importedFamily();
        tables.execute(
                "UPDATE kpm SET village_code = ?, group_code = ? WHERE id = ?",
                place.village(village),
                place.village(village) + "-01",
                family);
        return family;
    }

    private List<String> notifications(String subject) {
        return tables.texts(
                "SELECT receiver_role || ' ' || template || ' ' || state FROM notification"
                        + " WHERE subject_id = ?::uuid ORDER BY 1",
                subject);
    }

    @Test
    void aPlanIsTheNotice() {
        UUID family = familyIn(1);
        String id = handover();
        place.coordinator()
                .get("/handovers/" + id)
                .statusCode(200)
                .body("state", equalTo("PLANNED"))
                .body("notice_given_on", equalTo(today().toString()))
                .body("effective_on", equalTo(firstDay().toString()))
                .body("overlap_until", equalTo(firstDay().plusDays(13).toString()))
                .body("planned_by", equalTo("coordinator-1"));
        assertThat(notifications(id))
                .containsExactly(
                        "FACILITATOR HAND_OVER QUEUED",
                        "FACILITATOR HAND_OVER QUEUED",
                        "FAMILY HAND_OVER QUEUED",
                        "GROUP_CHAIR HAND_OVER QUEUED");
        assertThat(
                        tables.text(
                                "SELECT kpm_id::text FROM notification WHERE subject_id = ?::uuid"
                                        + " AND receiver_role = 'FAMILY'",
                                id))
                .isEqualTo(family.toString());
        place.signedIn(successor)
                .get("/notifications/printable?group=" + place.village(1) + "-01")
                .statusCode(200)
                .body("notifications", hasSize(2));
    }

    @Test
    void allVillagesOfAFacilitatorAreHandedOverAtOnce() {
        Map<String, Object> all = plan(Map.of());
        all.remove("village_codes");
        place.administrator()
                .post("/handovers", all)
                .statusCode(201)
                .body("handovers.village_code", contains(place.village(1), place.village(2)));
        assertThat(tables.names(predecessor))
                .containsExactly(
                        "facilitator-assigned",
                        "facilitator-assigned",
                        "facilitator-assigned",
                        "facilitator-reassigned",
                        "facilitator-assigned",
                        "facilitator-reassigned");
        place.administrator()
                .post("/handovers", all)
                .statusCode(409)
                .body("code", equalTo("NO_VILLAGE_TO_HAND_OVER"));
        place.coordinator()
                .get("/handovers?state=PLANNED&facilitator_id=" + successor)
                .body("items", hasSize(2));
        place.coordinator()
                .get("/handovers?state=DONE&village=" + place.subDistrict())
                .body("items", hasSize(0));
    }

    @Test
    void aPlanThatCannotBeIsRefused() {
        refused(Map.of("successor_id", predecessor.toString()), 422, "SUCCESSOR_IS_SAME");
        refused(
                Map.of("effective_on", today().minusDays(1).toString(), "reason_code", "DECEASED"),
                422,
                "HANDOVER_IN_THE_PAST");
        planned(Map.of("effective_on", firstDay().minusDays(1).toString()))
                .statusCode(422)
                .body("code", equalTo("NOTICE_TOO_SHORT"))
                .body("earliest", equalTo(firstDay().toString()));
        refused(
                Map.of("overlap_until", firstDay().minusDays(1).toString()),
                422,
                "OVERLAP_MISSING");
        refused(Map.of("reason_code", "OTHER"), 422, "EXPLANATION_MISSING");
        refused(Map.of("village_codes", List.of(place.village(4))), 409, "NOBODY_ON_DUTY");
        refused(Map.of("village_codes", List.of(place.village(3))), 409, "PREDECESSOR_CHANGED");
        refused(Map.of("village_codes", List.of("17.71.08.1001")), 422, "VILLAGE_UNKNOWN");
        refused(Map.of("successor_id", UUID.randomUUID().toString()), 422, "FACILITATOR_UNKNOWN");
        planned(Map.of("reason_code", "OTHER", "explanation", "a text")).statusCode(201);
        refused(Map.of(), 409, "ASSIGNMENT_HANDED_OVER");
    }

    @Test
    void theFamiliesMayHaveBeenNotifiedOnPaper() {
        LocalDate notice = today().minusDays(14);
        refused(Map.of("notice_given_on", today().plusDays(1).toString()), 422, "NOTICE_IN_FUTURE");
        refused(
                Map.of(
                        "notice_given_on", firstDay().minusMonths(2).toString(),
                        "effective_on", today().withDayOfMonth(1).minusDays(1).toString()),
                422,
                "HANDOVER_IN_THE_PAST");
        planned(
                        Map.of(
                                "notice_given_on", notice.plusDays(1).toString(),
                                "effective_on", today().toString()))
                .statusCode(422)
                .body("earliest", equalTo(today().plusDays(1).toString()));
        String id =
                planned(
                                Map.of(
                                        "notice_given_on", notice.toString(),
                                        "effective_on", today().toString()))
                        .statusCode(201)
                        .body("handovers[0].state", equalTo("IN_OVERLAP"))
                        .extract()
                        .path("handovers[0].handover_id");
        assertThat(notifications(id)).contains("FACILITATOR HAND_OVER QUEUED");
        place.coordinator()
                .get("/handovers/" + id)
                .body("notice_given_on", equalTo(notice.toString()));
    }

    @Test
    void aSuccessorOfOtherAreasIsUnknown() {
        UUID elsewhere = Workplace.another().facilitator(1);
        refused(Map.of("successor_id", elsewhere.toString()), 422, "FACILITATOR_UNKNOWN");
    }

    @Test
    void allVillagesOrNone() {
        refused(
                Map.of("village_codes", List.of(place.village(1), place.village(3))),
                409,
                "PREDECESSOR_CHANGED");
        assertThat(tables.names(predecessor)).hasSize(2);
    }

    @Test
    void aSuccessorIsAppointedOnTheFirstDay() {
        LocalDate since = today().minusYears(1);
        place.administrator()
                .post(
                        "/facilitators/" + successor + "/appointments",
                        place.appointment(since, firstDay().minusDays(1)))
                .statusCode(201);
        refused(Map.of(), 409, "SUCCESSOR_NOT_APPOINTED");
        LocalDate until = firstDay().plusYears(1);
        place.administrator()
                .post(
                        "/facilitators/" + successor + "/appointments",
                        place.appointment(firstDay(), until))
                .statusCode(201);
        handover();
        place.coordinator()
                .get("/facilitators/" + successor)
                .body(
                        "assignments.find { it.village_code == '%s' }.valid_until"
                                .formatted(place.village(1)),
                        equalTo(until.toString()));
    }

    @Test
    void aDeathLeavesNoOverlapAndNeedsNoNotice() {
        String appointment =
                place.administrator()
                        .post(
                                "/facilitators/" + predecessor + "/appointments",
                                place.appointment(today().minusYears(1), null))
                        .statusCode(201)
                        .extract()
                        .path("appointments[0].appointment_id");
        place.administrator()
                .post(
                        "/appointments/" + appointment + "/end",
                        Map.of(
                                "last_day",
                                today().minusDays(3).toString(),
                                "reason_code",
                                "DECEASED"))
                .statusCode(200);
        planned(Map.of("effective_on", today().toString(), "reason_code", "DECEASED"))
                .statusCode(201)
                .body("handovers[0].state", equalTo("DONE"))
                .body("handovers[0].overlap_until", equalTo(today().minusDays(1).toString()));
        place.coordinator()
                .get("/facilitators/" + predecessor)
                .body("assignments[0].valid_until", equalTo(today().minusDays(3).toString()));
    }

    @Test
    void beforeItsFirstDayItIsCalledOffAndEverythingIsAsBefore() {
        familyIn(1);
        String id = handover();
        tables.execute(
                "UPDATE notification SET state = 'PRINTED', state_by = 'x' WHERE subject_id = ?::uuid"
                        + " AND receiver_role = 'FAMILY'",
                id);
        place.administrator()
                .post("/handovers/" + id + "/cancellation", Map.of())
                .statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .body("cancelled_by", equalTo("data_administrator-1"));
        place.coordinator()
                .get("/facilitators/" + predecessor)
                .body("assignments[0].valid_until", nullValue())
                .body("assignments[0].overlap_from", nullValue());
        place.coordinator().get("/facilitators/" + successor).body("assignments", hasSize(1));
        List<PublishedEvent> ofSuccessor = tables.published(successor);
        PublishedEvent takenBack = ofSuccessor.get(ofSuccessor.size() - 1);
        assertThat(takenBack.payload().get("valid_until").asText())
                .isEqualTo(firstDay().minusDays(1).toString());
        assertThat(takenBack.sequence()).isEqualTo(2);
        assertThat(tables.names(predecessor)).endsWith("handover-cancelled");
        assertThat(notifications(id))
                .contains("FAMILY HAND_OVER_CANCELLED QUEUED")
                .contains("FACILITATOR HAND_OVER EXPIRED")
                .contains("FACILITATOR HAND_OVER_CANCELLED EXPIRED");

        place.coordinator()
                .post("/handovers/" + id + "/cancellation", Map.of())
                .statusCode(409)
                .body("code", equalTo("HANDOVER_NOT_PLANNED"));
        place.signedIn(successor)
                .post("/handovers/" + id + "/receipt", Map.of())
                .statusCode(409)
                .body("code", equalTo("HANDOVER_CANCELLED"));
        planned(Map.of()).statusCode(201);
    }

    @Test
    void fromItsFirstDayOnThereIsOnlyAnotherHandover() {
        String id =
                planned(Map.of("effective_on", today().toString(), "reason_code", "ILLNESS"))
                        .statusCode(201)
                        .body("handovers[0].state", equalTo("IN_OVERLAP"))
                        .extract()
                        .path("handovers[0].handover_id");
        place.coordinator()
                .post("/handovers/" + id + "/cancellation", Map.of())
                .statusCode(409)
                .body("code", equalTo("HANDOVER_NOT_PLANNED"))
                .body("state", equalTo("IN_OVERLAP"));
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "INSERT INTO reassignment_cancellation SELECT id, effective_on, effective_on,"
                                                + " 'x', now() FROM reassignment WHERE id = ?::uuid",
                                        id))
                .hasStackTraceContaining("reassignment_cancelled_before");
        planned(
                        Map.of(
                                "predecessor_id", successor.toString(),
                                "successor_id", predecessor.toString()))
                .statusCode(201);
    }

    @Test
    void theSystemListsTheOpenCasesAndTheSuccessorReceivesThem() {
        UUID family = familyIn(1);
        tables.execute(
                "UPDATE kpm SET account_waits_since = now() WHERE id = ? AND account_change_id IS NOT NULL",
                family);
        UUID candidate = familyIn(1);
        tables.execute(
                "UPDATE kpm SET status = 'CANDIDATE', base_status = 'CANDIDATE' WHERE id = ?",
                candidate);
        familyIn(2);
        String id = handover();
        assertThat(kinds(place.coordinator(), "/handovers/" + id + "/open-cases"))
                .containsExactlyInAnyOrder("ACCOUNT_TO_CONFIRM", "CANDIDATE_TO_VISIT");
        assertThat(kinds(place.signedIn(successor), "/my-work?village=" + place.village(1)))
                .containsExactlyInAnyOrder("CANDIDATE_TO_VISIT", "HANDOVER_TO_RECEIVE");
        assertThat(kinds(place.signedIn(successor), "/my-work?village=" + place.village(2)))
                .isEmpty();
        assertThat(kinds(place.administrator(), "/my-work?village=" + place.regency()))
                .containsExactly("ACCOUNT_TO_CONFIRM");
        assertThat(kinds(place.administrator(), "/my-work?village=17.71")).isEmpty();

        place.signedIn(predecessor)
                .post("/handovers/" + id + "/receipt", Map.of())
                .statusCode(409)
                .body("code", equalTo("HANDOVER_NOT_YOURS"));
        for (int again = 0; again < 2; again++) {
            place.signedIn(successor)
                    .post("/handovers/" + id + "/receipt", Map.of())
                    .statusCode(200)
                    .body("open_cases", equalTo(2))
                    .body("open_cases_received", equalTo(2));
        }
        assertThat(kinds(place.signedIn(successor), "/my-work?village=" + place.village(1)))
                .containsExactly("CANDIDATE_TO_VISIT");
    }

    @Test
    void oneListHasTheCasesOfAllServicesAndWhatBecameOfThem() {
        UUID candidate = familyIn(1);
        tables.execute(
                "UPDATE kpm SET status = 'CANDIDATE', base_status = 'CANDIDATE' WHERE id = ?",
                candidate);
        UUID matter = UUID.randomUUID();
        StubFacts.open(place.village(1), "UPDATE_TO_DECIDE", matter);
        String id = handover();
        StubFacts.open(place.village(1), "UPDATE_RETURNED", matter);
        tables.execute(
                "UPDATE kpm SET status = 'ACTIVE', base_status = 'ACTIVE' WHERE id = ?", candidate);
        Caller next = place.signedIn(successor);
        assertThat(cases(next, id))
                .containsExactly(
                        "DISBURSEMENT MOVED_ON UPDATE_TO_DECIDE UPDATE_RETURNED",
                        "MEETING MOVED_ON UPDATE_TO_DECIDE UPDATE_RETURNED",
                        "VERIFICATION MOVED_ON UPDATE_TO_DECIDE UPDATE_RETURNED",
                        "REGISTRY ENDED CANDIDATE_TO_VISIT CANDIDATE_TO_VISIT");
        place.signedIn(predecessor)
                .get("/handovers/" + id + "/cases")
                .statusCode(200)
                .body("services.service", hasSize(4))
                .body("services.answers", everyItem(equalTo(true)))
                .body("services.kept_cases", contains(1, 1, 1, 1))
                .body(
                        "items.find { it.service == 'REGISTRY' }.kpm_id",
                        equalTo(candidate.toString()))
                .body("items[0].in_hands_of", contains("FACILITATOR"))
                .body("items[0].text", equalTo("Do it."))
                .body("items[0].overdue", equalTo(true));
    }

    @Test
    void aServiceThatDoesNotAnswerIsNamedAndItsCasesAreNotKnown() {
        UUID matter = UUID.randomUUID();
        StubFacts.open(place.village(1), "APPEAL_TO_DECIDE", matter);
        String id = handover();
        StubFacts.setDown(true);
        try {
            assertThat(cases(place.coordinator(), id))
                    .containsExactly(
                            "DISBURSEMENT NOT_KNOWN APPEAL_TO_DECIDE APPEAL_TO_DECIDE",
                            "MEETING NOT_KNOWN APPEAL_TO_DECIDE APPEAL_TO_DECIDE",
                            "VERIFICATION NOT_KNOWN APPEAL_TO_DECIDE APPEAL_TO_DECIDE");
            place.coordinator()
                    .get("/handovers/" + id + "/cases")
                    .body("services.answers", contains(true, false, false, false))
                    .body("items[0].text", nullValue());
        } finally {
            StubFacts.setDown(false);
        }
    }

    @Test
    void aServiceThatWasSilentAtThePlanIsAskedAtTheReceipt() {
        StubFacts.setDown(true);
        String id;
        try {
            id = handover();
        } finally {
            StubFacts.setDown(false);
        }
        StubFacts.open(place.village(1), "APPEAL_TO_DECIDE", UUID.randomUUID());
        assertThat(cases(place.coordinator(), id))
                .hasSize(3)
                .allMatch(each -> each.contains(" OPEN null "));
        place.signedIn(successor).post("/handovers/" + id + "/receipt", Map.of()).statusCode(200);
        place.coordinator()
                .get("/handovers/" + id + "/cases")
                .body("services.kept_cases", contains(0, 1, 1, 1));
        assertThatThrownBy(() -> tables.execute("UPDATE handover_case SET kind = 'X'"))
                .hasStackTraceContaining("append-only");
    }

    /** The list, page by page: service, state, what a case was and what it is. */
    private static List<String> cases(Caller caller, String handover) {
        List<String> found = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page =
                    caller.get("/handovers/" + handover + "/cases?limit=1" + next)
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            found.addAll(
                    page.getList(
                            "items.collect { it.service + ' ' + it.state + ' ' + it.kept_kind + ' ' + it.kind }"));
            next = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }
        return found;
    }

    /** The kinds of work, page by page. */
    private static List<String> kinds(Caller caller, String path) {
        List<String> found = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page =
                    caller.get(path + (path.contains("?") ? "&" : "?") + "limit=1" + next)
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            found.addAll(page.getList("items.kind"));
            next = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }
        return found;
    }

    @Test
    void anotherAreaSeesAndChangesNothing() {
        String id = handover();
        Caller elsewhere = Caller.as(Roles.COORDINATOR, "17.71.08");
        elsewhere.get("/handovers/" + id).statusCode(404);
        elsewhere.get("/handovers/" + id + "/open-cases").statusCode(404);
        elsewhere.get("/handovers/" + id + "/cases").statusCode(404);
        elsewhere.post("/handovers/" + id + "/cancellation", Map.of()).statusCode(404);
        elsewhere
                .post("/handovers", plan(Map.of()))
                .statusCode(422)
                .body("code", equalTo("VILLAGE_UNKNOWN"));
        elsewhere
                .get("/handovers?state=SOON")
                .statusCode(422)
                .body("code", equalTo("HANDOVER_STATE_UNKNOWN"));
        Caller.as(Roles.MINISTRY_OFFICER, "*").post("/handovers", plan(Map.of())).statusCode(403);
    }

    private static LocalDate firstDay() {
        return today().plusDays(14);
    }
}
