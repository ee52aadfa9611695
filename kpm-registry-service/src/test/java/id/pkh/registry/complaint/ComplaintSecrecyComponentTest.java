package id.pkh.registry.complaint;

import static id.pkh.registry.complaint.ComplaintApi.close;
import static id.pkh.registry.complaint.ComplaintApi.lodge;
import static id.pkh.registry.complaint.ComplaintApi.lodged;
import static id.pkh.registry.complaint.ComplaintApi.lodging;
import static id.pkh.registry.complaint.ComplaintApi.propose;
import static id.pkh.registry.complaint.ComplaintApi.step;
import static id.pkh.registry.complaint.ComplaintApi.take;
import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Workplace;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees a complaint, where it starts, and who gets it when it is late. */
@QuarkusTest
class ComplaintSecrecyComponentTest extends RegistryComponentTest {

    private static final Caller CLERK = Caller.named("clerk-7", Roles.HOTLINE_CLERK, "*");

    @Inject EscalateComplaints escalateComplaints;

    private Workplace place;
    private UUID family;
    private UUID worker;
    private Caller facilitator;

    @BeforeEach
    void someoneWorksThere() {
        place = Workplace.another();
        worker = place.facilitator(1);
        facilitator = place.signedIn(worker);
        family = importedFamily();
        tables.execute(
                "UPDATE kpm SET village_code = ?, group_code = ? WHERE id = ?",
                place.village(1),
                place.village(1) + "-01",
                family);
    }

    private String about(UUID person, String type) {
        Map<String, Object> lodging = lodging(family, type);
        lodging.put("about_facilitator_id", person);
        lodging.put("channel", "TELEPHONE");
        return lodged(CLERK, lodging);
    }

    private String overdue(String complaint) {
        tables.execute(
                "UPDATE complaint SET due_on = ?, version = version + 1 WHERE complaint_id = ?",
                today().minusDays(1),
                UUID.fromString(complaint));
        escalateComplaints.handle();
        return complaint;
    }

    private List<String> kinds(Caller caller, String path) {
        return caller.read(path).getList("items.kind");
    }

    private String work() {
        return "/my-work?village=" + place.village(1);
    }

    @Test
    void thePersonWhomItIsAboutNeitherSeesNorHandlesIt() {
        String complaint = about(worker, "CARD_HELD_BY_OTHER");
        Caller both =
                Caller.named(
                        tables.text("SELECT code FROM facilitator WHERE id = ?", worker),
                        List.of(
                                Roles.FACILITATOR,
                                Roles.COORDINATOR,
                                Roles.DATA_ADMINISTRATOR,
                                Roles.AUDITOR),
                        place.subDistrict());

        for (Caller who : List.of(facilitator, both)) {
            who.get("/complaints/" + complaint).statusCode(404);
            who.get("/complaints?kpm_id=" + family).statusCode(200).body("items", hasSize(0));
            take(who, complaint, 1).statusCode(404);
            assertThat(kinds(who, work())).doesNotContain("COMPLAINT_OF_SUB_DISTRICT");
        }
        // nothing tells this person that there is a complaint: another one of the type is taken
        lodge(facilitator, lodging(family, "CARD_HELD_BY_OTHER")).statusCode(201);
        // nor a successor or a colleague of the village
        Caller.named("colleague-1", Roles.FACILITATOR, place.subDistrict())
                .get("/complaints/" + complaint)
                .statusCode(404);
        assertThat(
                        tables.texts(
                                "SELECT receiver_role || ' ' || coalesce(kpm_id::text, '-')"
                                        + " FROM notification WHERE subject_id = ?",
                                UUID.fromString(complaint)))
                .containsExactly("COORDINATOR -");

        place.coordinator().get("/complaints/" + complaint).statusCode(200);
        assertThat(kinds(place.coordinator(), work())).contains("COMPLAINT_OF_SUB_DISTRICT");
        take(place.coordinator(), complaint, 1).statusCode(200);
        step(place.coordinator(), complaint, step("HOLDER_ASKED", today())).statusCode(201);
        step(place.coordinator(), complaint, step("CARD_RETURNED", today())).statusCode(201);
        propose(place.coordinator(), complaint, 2, null).statusCode(200);
        close(place.administrator(), complaint, 3, null)
                .statusCode(422)
                .body("code", equalTo("COMPLAINT_FAMILY_NOT_TOLD"));
        close(place.administrator(), complaint, 3, today().plusDays(1))
                .statusCode(422)
                .body("code", equalTo("COMPLAINT_FAMILY_NOT_TOLD"));
        close(place.administrator(), complaint, 3, today())
                .statusCode(200)
                .body("family_told_on", equalTo(today().toString()));
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM notification WHERE subject_id = ?"
                                        + " AND receiver_role = 'FAMILY'",
                                UUID.fromString(complaint)))
                .isZero();
    }

    @Test
    void aComplaintAboutACoordinatorStartsAtTheRegency() {
        place.administrator()
                .post(
                        "/coordinators",
                        Map.of(
                                "sub_district", place.subDistrict(),
                                "facilitator_id", worker.toString(),
                                "valid_from", today().toString()))
                .statusCode(201);
        for (String type : List.of("FACILITATOR_CONDUCT", "COORDINATOR_CONDUCT", "AID_SHORT")) {
            String complaint = about(worker, type);
            place.administrator()
                    .get("/complaints/" + complaint)
                    .statusCode(200)
                    .body("level", equalTo("REGENCY"));
            place.coordinator().get("/complaints/" + complaint).statusCode(404);
        }
    }

    @Test
    void thoseWhoLodgedItAndAuditorsOfTheAreaSeeIt() {
        String complaint = about(worker, "AID_SHORT");

        CLERK.get("/complaints/" + complaint).statusCode(200);
        Caller.named("clerk-8", Roles.HOTLINE_CLERK, "*")
                .get("/complaints/" + complaint)
                .statusCode(200);
        Caller.as(Roles.AUDITOR, place.subDistrict())
                .get("/complaints/" + complaint)
                .statusCode(200);
        Caller.as(Roles.AUDITOR, "17.71").get("/complaints/" + complaint).statusCode(404);
        Caller.coordinator("17.71").get("/complaints/" + complaint).statusCode(404);
        place.administrator().get("/complaints/" + complaint).statusCode(404);
        Caller.officer().get("/complaints/" + complaint).statusCode(404);
        Caller.approver().get("/complaints/" + complaint).statusCode(403);
        CLERK.post("/complaints/" + complaint + "/taking", Map.of("version", 1)).statusCode(403);
    }

    @Test
    void whatIsLateGoesOneLevelUpEachTime() {
        String complaint = lodged(facilitator, lodging(family, "CARD_LOST"));
        assertThat(kinds(facilitator, work())).contains("COMPLAINT_TO_HANDLE");
        take(facilitator, complaint, 1).statusCode(200);

        overdue(complaint);
        facilitator
                .get("/complaints/" + complaint)
                .body("level", equalTo("COORDINATOR"))
                .body("state", equalTo("OPEN"))
                .body("due_on", equalTo(today().plusDays(7).toString()));
        assertThat(kinds(facilitator, work())).doesNotContain("COMPLAINT_TO_HANDLE");
        assertThat(kinds(place.coordinator(), work())).contains("COMPLAINT_OF_SUB_DISTRICT");
        overdue(complaint);
        assertThat(kinds(place.administrator(), work())).contains("COMPLAINT_OF_REGENCY");
        overdue(complaint);
        assertThat(kinds(Caller.officer(), work())).contains("COMPLAINT_OF_MINISTRY");
        overdue(complaint);
        Caller.officer()
                .get("/complaints/" + complaint)
                .body("level", equalTo("MINISTRY"))
                .body("overdue", equalTo(true));
        assertThat(
                        tables.texts(
                                "SELECT receiver_role FROM notification WHERE subject_id = ?"
                                        + " AND template = 'COMPLAINT_ESCALATED' ORDER BY 1",
                                UUID.fromString(complaint)))
                .containsExactly("COORDINATOR", "DATA_ADMINISTRATOR", "REGENCY_COORDINATOR");
        Caller.officer()
                .get("/complaints?kpm_id=" + family + "&overdue=true")
                .body("items", hasSize(1));
    }

    @Test
    void aHandOverHasTheDataUpdatesAndOfComplaintsOnlyThoseOfTheFacilitator() {
        lodged(facilitator, lodging(family, "CARD_LOST"));
        about(worker, "CARD_HELD_BY_OTHER");
        about(worker, "COORDINATOR_CONDUCT");
        submittedUpdate();
        UUID successor = place.facilitator(2);
        String handover =
                place.coordinator()
                        .post(
                                "/handovers",
                                Map.of(
                                        "predecessor_id", worker.toString(),
                                        "successor_id", successor.toString(),
                                        "effective_on", today().plusDays(30).toString(),
                                        "reason_code", "TRANSFERRED"))
                        .statusCode(201)
                        .extract()
                        .path("handovers[0].handover_id");

        for (String list :
                List.of(
                        "/handovers/" + handover + "/open-cases",
                        "/handovers/" + handover + "/cases",
                        "/open-cases?village=" + place.village(1))) {
            assertThat(kinds(place.signedIn(successor), list))
                    .as(list)
                    .filteredOn(kind -> kind.matches("COMPLAINT.*|UPDATE.*"))
                    .containsExactlyInAnyOrder("COMPLAINT_TO_HANDLE", "UPDATE_TO_DECIDE");
        }
    }

    private String submittedUpdate() {
        return facilitator
                .withNewKey()
                .post(
                        "/data-updates",
                        Map.of(
                                "kpm_id",
                                family,
                                "evidence",
                                Map.of(
                                        "kind", "HOME_VISIT",
                                        "reference", "folder 12",
                                        "on", today().toString()),
                                "changes",
                                List.of(
                                        Map.of(
                                                "kind", "TELEPHONE_CHANGED",
                                                "effective_on", today().toString(),
                                                "telephone", "081234567890"))))
                .statusCode(201)
                .extract()
                .path("update_id");
    }

    @Test
    void dataUpdatesAreWorkOfThoseWhoDecideAndOfTheFieldWhenTheyGoBack() {
        String update = submittedUpdate();
        assertThat(kinds(place.administrator(), work())).contains("UPDATE_TO_DECIDE");
        assertThat(kinds(facilitator, work())).doesNotContain("UPDATE_RETURNED");
        place.administrator()
                .post(
                        "/data-updates/" + update + "/return",
                        Map.of("revision", 1, "reasons", List.of("OTHER"), "note", "Ask again."))
                .statusCode(200);
        assertThat(kinds(place.administrator(), work())).doesNotContain("UPDATE_TO_DECIDE");
        assertThat(kinds(facilitator, work())).contains("UPDATE_RETURNED");
    }
}
