package id.pkh.verification.status;

import static id.pkh.verification.support.World.corrected;
import static id.pkh.verification.support.World.held;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.localstack.OnLocalStack;
import id.pkh.localstack.TestTokens;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.time.Days;
import id.pkh.verification.signal.domain.VerificationPeriod;
import id.pkh.verification.support.Deciding;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.FormText;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hamcrest.CustomMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/** What another system reads about many families, and what is kept of that. */
@QuarkusTest
@OnLocalStack("verification")
class ComplianceStatusComponentTest {

    private static final String WHY = "&purpose=stunting programme";

    @Inject World world;

    private final String area = World.newSubDistrict();
    private final String village = area + ".1001";
    private final String school = World.newSchool();
    private final String name = "system-" + area;
    private final Caller system = Caller.named(name, "EXTERNAL_SYSTEM", area);

    @Test
    void each_family_has_the_status_of_the_quarter_and_the_file_has_what_the_pages_have() {
        Family met = world.family(village).pupil(school);
        Family notMet = world.family(village).pupil(school);
        Family notVerified = world.family(area + ".1002").infant();
        Family candidate = world.family(village).pupil(school);
        candidate.status = "CANDIDATE";
        world.register(met, notMet, notVerified, candidate);
        list("2026-Q1").body("items.status", everyItem(equalTo("NOT_KNOWN")));
        Caller.facilitator(area)
                .send(
                        "/sheets/school-attendance",
                        FormText.school(school, 2026, 1)
                                .pupilAlwaysThere(met.first().nik())
                                .pupilBelow(notMet.first().nik())
                                .text())
                .statusCode(201);
        Caller.administrator(area)
                .post("/quarter-closings", Map.of("quarter", "2026-Q1", "area_code", area))
                .statusCode(201);

        one(met).body("status", equalTo("MET")).body("reasons", empty());
        one(notMet)
                .body("status", equalTo("WARNED"))
                .body("reasons", equalTo(List.of("COMMITMENT_NOT_MET")))
                .body("since", notNullValue())
                .body("village_code", equalTo(village));
        // its warning is protected, because others sent no form
        one(notVerified)
                .body("status", equalTo("NOT_VERIFIED"))
                .body("reasons", hasItem("HEALTH_SERVICE_SENT_NO_FORM"));
        system.get(path(candidate)).statusCode(404).body("code", equalTo("NOT_FOUND"));
        list("2026-Q2").body("items.status", everyItem(equalTo("NOT_KNOWN")));

        List<String> paged = paged();
        assertThat(paged).hasSize(3);
        assertThat(file())
                .containsExactlyElementsOf(paged)
                .last()
                .isEqualTo(notVerified.kpmId + " NOT_VERIFIED");
    }

    @Test
    void a_warning_that_is_withdrawn_is_none_and_a_suspension_counts_until_it_is_lifted() {
        Family family = world.family(village);
        world.register(family);
        UUID group = UUID.randomUUID();
        for (int month = 1; month <= 3; month++) {
            world.tell(held(group, "2026-0" + month, Map.of(family.kpmId, "ABSENT")), month);
        }
        UUID proposal = world.standingStep(family.kpmId, "2026-03", "GROUP_MEETING_ABSENCE");
        one(family)
                .body("status", equalTo("WARNED"))
                .body("reasons", equalTo(List.of("GROUP_MEETING_ABSENCE")));

        String decision = Deciding.suspend(proposal);
        one(family).body("status", equalTo("WARNED"));
        Deciding.attempt(area, "/decisions/" + decision, Deciding.delivery(Days.today()))
                .statusCode(201);
        // it began long after the quarter that it is about
        one(family).body("status", equalTo("WARNED"));
        system.get(path(family, quarterOfToday()))
                .body("status", equalTo("SUSPENDED"))
                .body("reasons", equalTo(List.of("OBLIGATION_NOT_MET")))
                .body("since", notNullValue());

        for (int month = 1; month <= 3; month++) {
            world.tell(
                    corrected(
                            group,
                            "2026-0" + month,
                            "GROUP_MEETING",
                            Map.of(family.kpmId, "PRESENT")),
                    3 + month);
        }
        for (String quarter : List.of("2026-Q1", quarterOfToday())) {
            system.get(path(family, quarter))
                    .statusCode(200)
                    .body("status", equalTo("NOT_KNOWN"))
                    .body("since", nullValue());
        }
    }

    @Test
    void families_of_other_areas_are_answered_as_those_that_do_not_exist() {
        Family here = world.family(village);
        Family elsewhere = world.family(World.newSubDistrict() + ".1001");
        world.register(here, elsewhere);

        system.get(path(elsewhere)).statusCode(404).body("code", equalTo("NOT_FOUND"));
        system.get("/compliance-status?period=2026-Q1&area=" + elsewhere.villageCode + WHY)
                .statusCode(200)
                .body("items", empty());
        query(List.of(here.kpmId, elsewhere.kpmId, UUID.randomUUID()))
                .statusCode(200)
                .body("items.kpm_id", equalTo(List.of(here.kpmId.toString())));
    }

    @Test
    void needs_the_scope_a_purpose_and_a_quarter() {
        Caller other =
                Caller.withToken(
                        TestTokens.withClaims(
                                List.of("EXTERNAL_SYSTEM"), Map.of("scope", "\"payments.read\"")));
        other.get("/compliance-status?period=2026-Q1" + WHY)
                .statusCode(403)
                .body("code", equalTo("CLIENT_SCOPE_MISSING"))
                .body("scope", equalTo("compliance.read"));
        Caller.auditor().get("/compliance-status?period=2026-Q1" + WHY).statusCode(403);
        refused("?period=2026-Q1", 422, "PURPOSE_MISSING");
        refused("?period=2026-Q1&purpose= ", 400, "INVALID_PARAMETER");
        refused("?period=2026-Q1&purpose=1771085203850002", 422, "TEXT_HAS_LONG_NUMBER");
        refused("?period=2026-03" + WHY, 400, "INVALID_PARAMETER");
        refused("?x" + WHY, 400, "INVALID_PARAMETER");
        refused("?period=2026-Q1&area=17.7" + WHY, 422, "AREA_CODE_INVALID");
        query(Stream.generate(UUID::randomUUID).limit(1001).toList()).statusCode(400);
        query(Stream.generate(UUID::randomUUID).limit(1000).toList()).statusCode(200);
    }

    @Test
    void what_a_system_did_is_read_by_itself_its_owner_and_auditors() {
        Family family = world.family(village);
        world.register(family);
        system.get("/compliance-status?period=2026-Q1&area=" + village + WHY).statusCode(200);
        file();
        system.get("/sanction-steps?kpm=" + family.kpmId).statusCode(200);
        system.get("/compliance-status?period=2026-Q1").statusCode(422);

        for (Caller reader : List.of(system, Caller.auditor())) {
            activity(reader)
                    .statusCode(200)
                    .body("items.operation", hasItem("listSanctionSteps"))
                    .body(
                            "items.find { it.operation == 'listComplianceStatus' && it.status == 200 }",
                            hasEntries(
                                    Map.of(
                                            "area_code",
                                            village,
                                            "purpose",
                                            "stunting programme",
                                            "families",
                                            1,
                                            "pages",
                                            1,
                                            "asked_by",
                                            "AREA")))
                    .body(
                            "items.find { it.status == 422 }.operation",
                            equalTo("listComplianceStatus"))
                    .body(
                            "items.find { it.operation == 'exportComplianceStatus' }.families",
                            equalTo(1));
        }
        Caller.named("other-" + name, "EXTERNAL_SYSTEM", "*")
                .get("/client-activity?client=" + name)
                .statusCode(200)
                .body("items", empty());
        Caller.coordinator(area).get("/client-activity").statusCode(200).body("items", empty());
        system.get("/client-activity/days")
                .statusCode(200)
                .body(
                        "items.find { it.operation == 'exportComplianceStatus' }.requests",
                        equalTo(1))
                .body("items.day", everyItem(equalTo(Days.today().toString())));
        refusedDays("?from=2026-01-02&to=2026-01-01");
        refusedDays("?from=2026-01-01&to=2026-02-01");
    }

    /** The settings of the tests name the system, its owner, and two pages in a day. */
    @Test
    void a_system_that_used_up_its_pages_goes_on_tomorrow_and_its_owner_sees_why() {
        Caller narrow = Caller.named("narrow-system", "EXTERNAL_SYSTEM", area);
        String list = "/compliance-status?period=2026-Q1&area=" + area + WHY;
        for (int page = 0; page < 2; page++) {
            narrow.get(list);
        }

        ValidatableResponse refused = narrow.get(list).statusCode(429);

        refused.body("code", equalTo("CLIENT_PAGES_USED_UP")).body("limit", equalTo(2));
        assertThat(Integer.parseInt(refused.extract().header("Retry-After")))
                .isBetween(1, 24 * 60 * 60 + 1);
        Caller.named("owner-1", "MINISTRY_OFFICER", "*")
                .get("/client-activity?limit=1")
                .statusCode(200)
                .body("items[0].client", equalTo("narrow-system"))
                .body("items[0].status", equalTo(429))
                .body("next", notNullValue());
        Caller.named("owner-2", "MINISTRY_OFFICER", "*")
                .get("/client-activity?client=narrow-system")
                .statusCode(200)
                .body("items", empty());
    }

    private void refused(String parameters, int status, String code) {
        system.get("/compliance-status" + parameters)
                .statusCode(status)
                .body("code", equalTo(code));
    }

    private void refusedDays(String range) {
        system.get("/client-activity/days" + range)
                .statusCode(400)
                .body("code", equalTo("ACTIVITY_RANGE_INVALID"));
    }

    private static Matcher<Object> hasEntries(Map<String, ?> expected) {
        return new CustomMatcher<>("an item with " + expected) {
            @Override
            public boolean matches(Object actual) {
                return actual instanceof Map<?, ?> map
                        && map.entrySet().containsAll(expected.entrySet());
            }
        };
    }

    private ValidatableResponse activity(Caller reader) {
        return reader.get("/client-activity?client=" + name);
    }

    private ValidatableResponse list(String period) {
        return system.get("/compliance-status?period=" + period + WHY)
                .statusCode(200)
                .body("items", hasSize(3));
    }

    private static String path(Family family) {
        return path(family, "2026-Q1");
    }

    private static String path(Family family, String quarter) {
        return "/compliance-status/" + family.kpmId + "?period=" + quarter + WHY;
    }

    private static String quarterOfToday() {
        return VerificationPeriod.quarterOf(YearMonth.from(Days.today())).text();
    }

    private ValidatableResponse one(Family family) {
        return system.get(path(family)).statusCode(200);
    }

    private ValidatableResponse query(List<UUID> kpmIds) {
        return system.post(
                "/compliance-status/queries",
                Map.of("period", "2026-Q1", "purpose", "stunting programme", "kpm_ids", kpmIds));
    }

    private List<String> paged() {
        List<String> found = new ArrayList<>();
        String path = "/compliance-status?period=2026-Q1&limit=2" + WHY;
        JsonPath page = system.read(path);
        add(page, found);
        while (page.getString("next") != null) {
            page = system.read(path + "&after={after}", page.getString("next"));
            add(page, found);
        }
        return found;
    }

    private static void add(JsonPath page, List<String> found) {
        List<Map<String, ?>> items = page.getList("items");
        items.forEach(item -> found.add(item.get("kpm_id") + " " + item.get("status")));
    }

    private List<String> file() {
        String file =
                system.get("/compliance-status/csv?period=2026-Q1" + WHY)
                        .statusCode(200)
                        .extract()
                        .asString();
        return file.lines()
                .skip(1)
                .map(line -> line.split(";"))
                .map(cells -> cells[0] + " " + cells[3])
                .toList();
    }
}
