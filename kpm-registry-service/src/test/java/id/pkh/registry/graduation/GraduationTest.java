package id.pkh.registry.graduation;

import static id.pkh.testsupport.time.Days.today;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Workplace;
import id.pkh.testsupport.rest.Caller;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A family that may graduate, and the people who propose and review it. */
abstract class GraduationTest extends RegistryComponentTest {

    protected Workplace place;
    protected UUID family;
    protected Caller facilitator;

    @BeforeEach
    void someoneWorksThere() {
        place = Workplace.another();
        facilitator = place.signedIn(place.facilitator(1));
        family = importedFamily();
        tables.execute(
                "UPDATE kpm SET village_code = ?, group_code = ?, participating_since = ?"
                        + " WHERE id = ?",
                place.village(1),
                place.village(1) + "-01",
                today().minusYears(1),
                family);
    }

    protected String visited(LocalDate on, String purpose, String... findings) {
        Map<String, Object> visit = new HashMap<>();
        visit.put("kpm_id", family);
        visit.put("visited_on", on.toString());
        visit.put("purpose", purpose);
        visit.put(
                "house",
                Map.of(
                        "ownership", "OWN",
                        "head_job", "TRADER",
                        "components_on_card", 1,
                        "toilet", "OWN",
                        "water", "PIPED",
                        "electricity", "VA_1300"));
        visit.put("findings", List.of(findings));
        return facilitator
                .withNewKey()
                .post("/home-visits", visit)
                .statusCode(201)
                .extract()
                .path("visit_id");
    }

    protected Map<String, Object> proposal(String type, String reason, String visit) {
        Map<String, Object> proposal = new HashMap<>();
        proposal.put("kpm_id", family);
        proposal.put("type", type);
        proposal.put("reason", reason);
        proposal.put("welfare_category", "PROSPEROUS_SELF_RELIANT");
        proposal.put("ppse", "CANDIDATE");
        proposal.put("year_joined", 2019);
        proposal.put("household_size", 4);
        proposal.put("visit_id", visit);
        proposal.put("effective_on", today().plusDays(30).toString());
        return proposal;
    }

    protected Map<String, Object> selfReliant() {
        return proposal(
                "SELF_RELIANT",
                "INCOME_IMPROVED",
                visited(today(), "GRADUATION", "INCOME_IMPROVED"));
    }

    protected ValidatableResponse propose(Map<String, Object> proposal) {
        return facilitator.withNewKey().post("/graduations", proposal);
    }

    protected String proposed() {
        return propose(selfReliant()).statusCode(201).extract().path("graduation_id");
    }

    protected ValidatableResponse act(Caller who, String graduation, String act, int version) {
        Map<String, Object> body = new HashMap<>();
        body.put("version", version);
        if (act.equals("rejection")) {
            body.put("rejection", "STILL_IN_NEED");
        }
        return who.post("/graduations/" + graduation + "/" + act, body);
    }

    protected UUID forwarded(String graduation) {
        return UUID.fromString(
                act(place.administrator(), graduation, "acceptance", 1)
                        .statusCode(200)
                        .body("state", equalTo("FORWARDED"))
                        .extract()
                        .path("exit_proposal_id"));
    }
}
