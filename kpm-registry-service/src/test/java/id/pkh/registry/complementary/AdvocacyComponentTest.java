package id.pkh.registry.complementary;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.pkh.platform.security.Roles;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.family.domain.Measure;
import id.pkh.registry.support.Workplace;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Families that lack a complementary programme, from the list of the field to the outcome. */
@QuarkusTest
class AdvocacyComponentTest extends RegistryComponentTest {

    private Workplace place;
    private UUID family;
    private String member;
    private Caller facilitator;

    @BeforeEach
    void someoneWorksThere() {
        place = Workplace.another();
        facilitator = place.signedIn(place.facilitator(1));
        family = importedFamily();
        tables.execute(
                "UPDATE kpm SET village_code = ?, group_code = ? WHERE id = ?",
                place.village(1),
                place.village(1) + "-01",
                family);
        member = tables.text("SELECT caretaker_member_id::text FROM kpm WHERE id = ?", family);
    }

    private Map<String, Object> of(String programme) {
        Map<String, Object> body = new HashMap<>();
        body.put("kpm_id", family);
        body.put("programme", programme);
        if (!programme.equals("SEMBAKO")) {
            body.put("member_id", member);
        }
        return body;
    }

    private Map<String, Object> status(String programme, String status, int daysAgo) {
        Map<String, Object> body = of(programme);
        body.put("status", status);
        body.put("effective_on", today().minusDays(daysAgo).toString());
        body.put("source", "CARD_SEEN");
        return body;
    }

    private ValidatableResponse record(Map<String, Object> status) {
        return facilitator.withNewKey().post("/complementary-statuses", status);
    }

    private ValidatableResponse list(Map<String, Object> listing) {
        return facilitator.withNewKey().post("/advocacies", listing);
    }

    private String listed(String programme) {
        record(status(programme, "LACKS", 30)).statusCode(201);
        return list(of(programme)).statusCode(201).extract().path("advocacy_id");
    }

    private String bulk(Caller who, String act, String advocacy, int version, String more) {
        Map<String, Object> body = new HashMap<>();
        body.put("advocacies", List.of(Map.of("advocacy_id", advocacy, "version", version)));
        if (more != null) {
            body.put(act.equals("proposals") ? "period" : "refusal", more);
        }
        return who.post("/advocacies/" + act, body)
                .statusCode(200)
                .extract()
                .path("items[0].outcome");
    }

    private ValidatableResponse settle(String advocacy, int version, String since) {
        Map<String, Object> body = new HashMap<>();
        body.put("version", version);
        body.put("receives", since != null);
        body.put("since", since);
        return facilitator.post("/advocacies/" + advocacy + "/outcome", body);
    }

    @Test
    void theFactOfTheLatestDayCounts() {
        record(status("SEMBAKO", "HAS", 10))
                .statusCode(201)
                .body("status", equalTo("HAS"))
                .body("member_id", nullValue());
        record(status("SEMBAKO", "UNPAID", 5)).statusCode(201).body("status", equalTo("UNPAID"));
        record(status("SEMBAKO", "LACKS", 20)).statusCode(201).body("status", equalTo("UNPAID"));
        record(status("SEMBAKO", "HAS", 5)).statusCode(201).body("status", equalTo("HAS"));
        record(status("KIS", "LACKS", 5)).statusCode(201);

        String path = "/complementary-statuses?kpm_id=" + family;
        place.coordinator().get(path).body("items", hasSize(2));
        place.coordinator()
                .get(path + "&programme=KIS&status=LACKS&village=" + place.subDistrict())
                .body("items.member_id", equalTo(List.of(member)));
        Caller.coordinator("17.71").get(path).body("items", hasSize(0));
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "UPDATE complementary_status SET status = 'HAS'"
                                                + " WHERE kpm_id = ?",
                                        family))
                .isNotNull();
    }

    @Test
    void aFamilyIsListedReportedProposedGrantedAndReceivesIt() {
        String before = tables.text("SELECT status FROM kpm WHERE id = ?", family);
        String advocacy = listed("KIP");
        assertThat(bulk(facilitator, "reports", advocacy, 1, null)).isEqualTo("REPORTED");
        assertThat(bulk(place.administrator(), "proposals", advocacy, 2, "2027-01"))
                .isEqualTo("PROPOSED");
        assertThat(bulk(place.administrator(), "answers", advocacy, 3, null)).isEqualTo("GRANTED");
        settle(advocacy, 4, today().plusDays(1).toString())
                .statusCode(422)
                .body("code", equalTo("COMPLEMENTARY_IN_FUTURE"));
        settle(advocacy, 4, today().toString())
                .statusCode(200)
                .body("state", equalTo("RECEIVES"))
                .body("period", equalTo("2027-01"))
                .body(
                        "history.state",
                        equalTo(List.of("LISTED", "REPORTED", "PROPOSED", "GRANTED", "RECEIVES")));

        facilitator
                .get("/complementary-statuses?programme=KIP&kpm_id=" + family)
                .body("items[0].status", equalTo("HAS"))
                .body("items[0].source", equalTo("ADVOCACY"));
        assertThat(tables.names(family))
                .filteredOn(name -> name.equals("advocacy-state-changed"))
                .hasSize(5);
        assertThat(tables.text("SELECT status FROM kpm WHERE id = ?", family)).isEqualTo(before);
        assertThat(
                        tables.texts(
                                "SELECT receiver_role || ' ' || template FROM notification"
                                        + " WHERE subject_id = ?",
                                UUID.fromString(advocacy)))
                .containsExactly("FACILITATOR ADVOCACY_ANSWERED");
        list(of("KIP")).statusCode(409).body("code", equalTo("ADVOCACY_WITHOUT_GAP"));
    }

    @Test
    void whatIsRefusedOrStillMissingIsListedAgain() {
        String refused = listed("SEMBAKO");
        bulk(facilitator, "reports", refused, 1, null);
        bulk(place.administrator(), "proposals", refused, 2, "2027-01");
        assertThat(bulk(place.administrator(), "answers", refused, 3, "QUOTA_FULL"))
                .isEqualTo("REFUSED");
        facilitator
                .get("/advocacies/" + refused)
                .body("refusal", equalTo("QUOTA_FULL"))
                .body("gap", equalTo("LACKS"));

        String again = list(of("SEMBAKO")).statusCode(201).extract().path("advocacy_id");
        list(of("SEMBAKO")).statusCode(409).body("code", equalTo("ADVOCACY_ALREADY_OPEN"));
        bulk(facilitator, "reports", again, 1, null);
        bulk(place.administrator(), "proposals", again, 2, "2027-04");
        bulk(place.administrator(), "answers", again, 3, null);
        settle(again, 4, null).statusCode(200).body("state", equalTo("STILL_NOT"));
        list(of("SEMBAKO")).statusCode(201);
        facilitator
                .get("/advocacies?kpm_id=" + family + "&state=STILL_NOT&programme=SEMBAKO")
                .body("items", hasSize(1))
                .body("items[0].history", nullValue());
    }

    @Test
    void whoListedAFamilyDoesNotProposeIt() {
        Caller both =
                Caller.named(
                        "two-roles",
                        List.of(Roles.FACILITATOR, Roles.DATA_ADMINISTRATOR),
                        place.subDistrict());
        record(status("KIS", "LACKS", 1)).statusCode(201);
        String advocacy =
                both.withNewKey()
                        .post("/advocacies", of("KIS"))
                        .statusCode(201)
                        .extract()
                        .path("advocacy_id");
        assertThat(bulk(both, "proposals", advocacy, 1, "2027-01")).isEqualTo("ADVOCACY_NOT_OPEN");
        bulk(both, "reports", advocacy, 1, null);

        assertThat(bulk(both, "proposals", advocacy, 2, "2027-01"))
                .isEqualTo("ADVOCACY_SAME_PERSON");
        assertThat(bulk(place.administrator(), "proposals", advocacy, 1, "2027-01"))
                .isEqualTo("ADVOCACY_VERSION_DIFFERS");
        assertThat(bulk(Caller.administrator("17.71"), "proposals", advocacy, 2, "2027-01"))
                .isEqualTo("NOT_FOUND");
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "UPDATE advocacy SET state = 'PROPOSED', version = 3,"
                                                + " period = '2027-01', proposed_by = listed_by"
                                                + " WHERE advocacy_id = ?",
                                        UUID.fromString(advocacy)))
                .hasStackTraceContaining("advocacy_proposed_by_another");
        facilitator
                .post("/advocacies/" + advocacy + "/withdrawal", Map.of("version", 1))
                .statusCode(409)
                .body("code", equalTo("ADVOCACY_VERSION_DIFFERS"));
        facilitator
                .post("/advocacies/" + advocacy + "/withdrawal", Map.of("version", 2))
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        settle(advocacy, 3, null).statusCode(409).body("code", equalTo("ADVOCACY_NOT_OPEN"));
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "UPDATE advocacy SET state = 'REPORTED', version = 4"
                                                + " WHERE advocacy_id = ?",
                                        UUID.fromString(advocacy)))
                .hasStackTraceContaining("does not become");
    }

    @Test
    void whatCannotBeIsRefused() {
        Map<String, Object> future = status("SEMBAKO", "HAS", -1);
        record(future).statusCode(422).body("code", equalTo("COMPLEMENTARY_IN_FUTURE"));
        Map<String, Object> reserved = status("SEMBAKO", "HAS", 1);
        reserved.put("source", "ADVOCACY");
        record(reserved).statusCode(422).body("code", equalTo("COMPLEMENTARY_SOURCE_RESERVED"));
        Map<String, Object> memberless = status("KIS", "HAS", 1);
        memberless.remove("member_id");
        record(memberless).statusCode(422).body("code", equalTo("COMPLEMENTARY_MEMBER_DISAGREES"));
        Map<String, Object> stranger = status("KIS", "HAS", 1);
        stranger.put("member_id", UUID.randomUUID());
        record(stranger).statusCode(422).body("code", equalTo("NOT_A_MEMBER"));
        list(of("KIS")).statusCode(409).body("code", equalTo("ADVOCACY_WITHOUT_GAP"));
        Caller.facilitator("17.71.09").withNewKey().post("/advocacies", of("KIS")).statusCode(404);
        String advocacy = listed("KIS");
        Map<String, Object> twice =
                Map.of(
                        "advocacies",
                        List.of(
                                Map.of("advocacy_id", advocacy, "version", 1),
                                Map.of("advocacy_id", advocacy, "version", 1)));
        facilitator
                .post("/advocacies/reports", twice)
                .statusCode(400)
                .body("code", equalTo("ADVOCACY_IDS_INVALID"));
        facilitator
                .post(
                        "/advocacies/" + advocacy + "/outcome",
                        Map.of("version", 1, "receives", true))
                .statusCode(422)
                .body("code", equalTo("ADVOCACY_SINCE_DISAGREES"));
        Caller.facilitator("17.71.09").get("/advocacies/" + advocacy).statusCode(404);
        record(status("SEMBAKO", "LACKS", 1)).statusCode(201);
        leaves(family, Measure.TERMINATE);
        record(status("SEMBAKO", "HAS", 0)).statusCode(409).body("code", equalTo("KPM_CLOSED"));
        list(of("SEMBAKO")).statusCode(409).body("code", equalTo("KPM_CLOSED"));
    }

    @Test
    void aComplaintAboutAProgrammeIsSettledByAnAdvocacyThatNamesIt() {
        String complaint =
                facilitator
                        .withNewKey()
                        .post(
                                "/complaints",
                                Map.of(
                                        "kpm_id", family,
                                        "type", "COMPLEMENTARY_ABSENT",
                                        "channel", "VISIT",
                                        "text", "No food aid for months."))
                        .statusCode(201)
                        .extract()
                        .path("complaint_id");
        String path = "/complaints/" + complaint;
        facilitator.post(path + "/taking", Map.of("version", 1)).statusCode(200);
        facilitator
                .withNewKey()
                .post(
                        path + "/steps",
                        Map.of(
                                "kind", "ADVOCACY_LISTED",
                                "taken_on", today().toString(),
                                "accompanied_by", "NOBODY"))
                .statusCode(201);
        Map<String, Object> done = Map.of("version", 2, "outcome", "DONE", "note", "It is listed.");
        facilitator
                .post(path + "/follow-up", done)
                .statusCode(409)
                .body("code", equalTo("COMPLAINT_ADVOCACY_MISSING"));
        record(status("SEMBAKO", "LACKS", 60)).statusCode(201);
        Map<String, Object> listing = of("SEMBAKO");
        listing.put("complaint_id", UUID.randomUUID());
        list(listing).statusCode(422).body("code", equalTo("ADVOCACY_COMPLAINT_DISAGREES"));
        listing.put("complaint_id", complaint);
        list(listing).statusCode(201).body("complaint_id", equalTo(complaint));
        facilitator.post(path + "/follow-up", done).statusCode(200);
    }
}
