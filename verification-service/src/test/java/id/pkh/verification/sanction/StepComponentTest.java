package id.pkh.verification.sanction;

import static id.pkh.verification.support.World.corrected;
import static id.pkh.verification.support.World.held;
import static id.pkh.verification.support.World.notHeld;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.rest.Caller;
import id.pkh.verification.support.Deciding;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps as they are read: views, filters, pages, areas, roles, and the notice to the family. */
@QuarkusTest
@OnLocalStack("verification")
class StepComponentTest {

    @Inject World world;

    private final String area = World.newSubDistrict();
    private final UUID group = UUID.randomUUID();
    private Family family;
    private UUID kpm;

    @BeforeEach
    void threeAbsences() {
        family = world.family(area + ".1001");
        kpm = family.kpmId;
        world.register(family);
        for (int month = 1; month <= 3; month++) {
            world.tell(held(group, "2026-0" + month, Map.of(kpm, "ABSENT")), month);
        }
    }

    @Test
    void a_step_explains_itself() {
        UUID proposal = world.standingStep(kpm, "2026-03", "GROUP_MEETING_ABSENCE");
        Caller.facilitator(area)
                .get("/sanction-steps/" + proposal)
                .statusCode(200)
                .body("step_id", equalTo(proposal.toString()))
                .body("kpm_id", equalTo(kpm.toString()))
                .body("village_code", equalTo(family.villageCode))
                .body("period", equalTo("2026-03"))
                .body("cause", equalTo("GROUP_MEETING_ABSENCE"))
                .body("rung", equalTo(3))
                .body("running", equalTo(3))
                .body("step", equalTo("SUSPENSION_PROPOSED"))
                .body("is_protected", equalTo(false))
                .body("attribution", equalTo("FAMILY"))
                .body("reasons", equalTo(List.of("ABSENT_WITHOUT_EXCUSE")))
                .body("notified", equalTo(List.of("FACILITATOR", "COORDINATOR")))
                .body("standing", equalTo(true))
                .body("issued_at", notNullValue())
                .body("withdrawn_at", nullValue())
                .body("withdrawal_reason", nullValue())
                .body("policy_code", equalTo("LADDER-2026"))
                .body("legal_basis", notNullValue());
    }

    @Test
    void filters_narrow_the_list() {
        world.tell(corrected(group, "2026-03", "GROUP_MEETING", Map.of(kpm, "SICK")), 4);
        String village = "/sanction-steps?village=" + area;
        Caller reader = Caller.coordinator(area);
        reader.get(village).body("items", hasSize(3));
        reader.get(village + "&standing=true")
                .body("items.period", equalTo(List.of("2026-01", "2026-02")));
        reader.get(village + "&standing=false")
                .body("items", hasSize(1))
                .body("items[0].withdrawal_reason", equalTo("CORRECTED_FACT"))
                .body("items[0].standing", equalTo(false));
        reader.get(village + "&period=2026-02")
                .body("items.step", equalTo(List.of("SUSPENSION_WARNING")));
        reader.get(village + "&step=REMINDER").body("items", hasSize(1));
        reader.get(village + "&cause=P2K2_ABSENCE").body("items", hasSize(0));
        reader.get("/sanction-steps?kpm=" + kpm).body("items", hasSize(3));
        reader.get("/sanction-steps?village=" + area.substring(0, 4))
                .statusCode(422)
                .body("code", equalTo("AREA_CODE_INVALID"));
        reader.get("/sanction-steps?kpm=nonsense")
                .statusCode(400)
                .body("code", equalTo("INVALID_PARAMETER"));
    }

    @Test
    void a_filter_with_a_word_that_does_not_exist_is_refused() {
        Map<String, String> words =
                Map.of(
                        "/sanction-steps", "cause=LATE",
                        "/sanction-steps?standing=true", "step=WARNED",
                        "/commitments", "result=GOOD",
                        "/exemptions", "scope=VILLAGE");
        words.forEach(
                (list, filter) -> {
                    String named = filter.substring(0, filter.indexOf('='));
                    Caller.auditor()
                            .get(list + (list.contains("?") ? "&" : "?") + filter)
                            .statusCode(400)
                            .body("code", equalTo("INVALID_PARAMETER"))
                            .body("parameter", equalTo(named));
                });
    }

    @Test
    void pages_follow_each_other() {
        List<String> seen = new ArrayList<>();
        String next = null;
        int pages = 0;
        do {
            String path =
                    "/sanction-steps?limit=2&kpm=" + kpm + (next == null ? "" : "&after=" + next);
            var page = Caller.auditor().get(path).statusCode(200).extract();
            seen.addAll(page.path("items.period"));
            next = page.path("next");
            pages++;
        } while (next != null);
        assertThat(seen).containsExactly("2026-01", "2026-02", "2026-03");
        assertThat(pages).isEqualTo(2);
        Caller.auditor().get("/sanction-steps?limit=501").statusCode(400);
        Caller.auditor().get("/sanction-steps?after=nonsense").statusCode(400);
    }

    @Test
    void what_lies_outside_the_readers_areas_is_not_found() {
        UUID step = world.standingStep(kpm, "2026-01", "GROUP_MEETING_ABSENCE");
        Caller elsewhere = Caller.facilitator(World.newSubDistrict());
        elsewhere.get("/sanction-steps/" + step).statusCode(404).body("code", equalTo("NOT_FOUND"));
        elsewhere.get("/sanction-steps/" + step + "/notice").statusCode(404);
        elsewhere.get("/sanction-steps?kpm=" + kpm).statusCode(200).body("items", hasSize(0));
        Caller.named("nobody", "FACILITATOR").get("/sanction-steps").body("items", hasSize(0));
    }

    @Test
    void a_family_that_moved_is_seen_by_those_who_look_after_it_now() {
        String newArea = World.newSubDistrict();
        family.villageCode = newArea + ".1001";
        world.register(family);
        Caller.facilitator(newArea)
                .get("/sanction-steps?kpm=" + kpm)
                .body("items", hasSize(3))
                .body("items[0].village_code", equalTo(family.villageCode));
        Caller.facilitator(area).get("/sanction-steps?kpm=" + kpm).body("items", hasSize(0));
    }

    @Test
    void who_may_read() {
        String path = "/sanction-steps?kpm=" + kpm;
        Caller.anonymous().get(path).statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        Caller.expired("AUDITOR").get(path).statusCode(401);
        Caller.named("bank-1", "BANK", "*")
                .get(path)
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
        Caller.externalSystem().get(path).statusCode(200).body("items", hasSize(3));
        UUID step = world.standingStep(kpm, "2026-01", "GROUP_MEETING_ABSENCE");
        Caller.externalSystem().get("/sanction-steps/" + step).statusCode(200);
        Caller.externalSystem().get("/sanction-steps/" + step + "/notice").statusCode(403);
        for (String role :
                List.of(
                        "COORDINATOR",
                        "DATA_ADMINISTRATOR",
                        "MINISTRY_OFFICER",
                        "MINISTRY_APPROVER")) {
            Caller.named("somebody", role, area)
                    .get(path)
                    .statusCode(200)
                    .body("items", hasSize(3));
        }
    }

    @Test
    void the_notice_tells_the_family_what_happened_and_until_when_it_can_appeal() {
        UUID step = world.standingStep(kpm, "2026-02", "GROUP_MEETING_ABSENCE");
        Deciding.delivered(area, "/sanction-steps/" + step).statusCode(201);
        Caller.facilitator(area)
                .get("/sanction-steps/" + step + "/notice")
                .statusCode(200)
                .body("language", equalTo("id"))
                .body("title", equalTo("Peringatan PKH"))
                .body("text", containsString("Pada bulan Februari 2026"))
                .body("text", containsString("dua bulan berturut-turut"))
                .body("text", containsString("keberatan"))
                .body("appeal_until", notNullValue());
    }

    @Test
    void the_notice_of_a_protected_warning_takes_the_blame_off_the_family() {
        Family other = world.family(area + ".1002");
        world.register(other);
        UUID otherGroup = UUID.randomUUID();
        for (int month = 1; month <= 3; month++) {
            world.tell(
                    notHeld(
                            otherGroup,
                            "2026-0" + month,
                            "NO_SHEET_RECEIVED",
                            "FACILITATOR",
                            other.kpmId),
                    month);
        }
        UUID step = world.standingStep(other.kpmId, "2026-03", "MEETING_NOT_HELD");
        Caller.facilitator(area)
                .get("/sanction-steps/" + step + "/notice")
                .body("text", containsString("bukan kesalahan keluarga Ibu/Bapak"))
                .body("text", containsString("Tidak ada bantuan yang ditahan"));
        Deciding.prepare(Deciding.draft("SUSPEND", "HOLD", step))
                .statusCode(409)
                .body("code", equalTo("STEP_NOT_A_PROPOSAL"));
    }

    @Test
    void the_policies_can_be_read() {
        Caller.facilitator(area)
                .get("/policies")
                .statusCode(200)
                .body("ladders.policy_code", hasItem("LADDER-2026"))
                .body("ladders[0].rungs", hasSize(15))
                .body("ladders[0].appeal_window_days", equalTo(30))
                .body("ladders[0].appeal_legal_basis", equalTo("choice"))
                .body("commitments[0].commitments", hasSize(8))
                .body("exemption_reasons.reason_code", hasItems("DISASTER", "SCHOOL_CLOSED"));
    }

    @Test
    void the_api_describes_itself() {
        RestAssured.given()
                .accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body(
                        "paths.keySet()",
                        hasItems(
                                "/api/v1/sanction-steps",
                                "/api/v1/quarter-closings",
                                "/api/v1/appeals"));
    }
}
