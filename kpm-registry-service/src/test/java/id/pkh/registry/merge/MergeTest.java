package id.pkh.registry.merge;

import static org.hamcrest.Matchers.equalTo;

import id.pkh.platform.security.Roles;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.support.Workplace;
import id.pkh.testsupport.rest.Caller;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Two families that are one, and the people who propose and confirm that. */
abstract class MergeTest extends RegistryComponentTest {

    protected Workplace place;
    protected Caller proposing;
    protected Caller confirming;
    protected UUID survivor;
    protected UUID ended;
    protected LocalDate today;

    @BeforeEach
    void twoFamilies() {
        today = BusinessDates.on(Instant.now());
        place = Workplace.another();
        proposing = administrator("administrator-p", place.subDistrict());
        confirming = administrator("administrator-c", place.subDistrict());
        survivor = member();
        ended = member();
    }

    protected static Caller administrator(String name, String area) {
        return Caller.named(name, Roles.DATA_ADMINISTRATOR, area);
    }

    protected UUID member() {
        UUID family = importedFamily();
        tables.execute(
                "UPDATE kpm SET village_code = ?, group_code = ?, status = 'ACTIVE',"
                        + " base_status = 'ACTIVE' WHERE id = ?",
                place.village(1),
                place.village(1) + "-01",
                family);
        return family;
    }

    protected long version(UUID family) {
        return tables.number("SELECT version FROM kpm WHERE id = ?", family);
    }

    protected String status(UUID family) {
        return tables.text("SELECT status FROM kpm WHERE id = ?", family);
    }

    protected Map<String, Object> proposal() {
        Map<String, Object> proposal = new HashMap<>();
        proposal.put("survivor_id", survivor);
        proposal.put("survivor_version", version(survivor));
        proposal.put("ended_id", ended);
        proposal.put("ended_version", version(ended));
        proposal.put("evidence", "FAMILY_CARD");
        proposal.put("evidence_reference", "scan in folder 12");
        proposal.put("effective_on", today.toString());
        return proposal;
    }

    protected ValidatableResponse propose(Map<String, Object> proposal) {
        return proposing.withNewKey().post("/family-merges", proposal);
    }

    protected String proposed() {
        return propose(proposal())
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .extract()
                .path("merge_id");
    }

    protected static ValidatableResponse act(Caller who, String merge, String act, int version) {
        Map<String, Object> body = new HashMap<>(Map.of("version", version));
        if (act.equals("rejection")) {
            body.put("rejection", "OTHER_SURVIVOR");
        }
        return who.post("/family-merges/" + merge + "/" + act, body);
    }

    protected UUID forwarded(String merge) {
        return UUID.fromString(
                act(confirming, merge, "acceptance", 1)
                        .statusCode(200)
                        .body("state", equalTo("FORWARDED"))
                        .extract()
                        .path("exit_proposal_id"));
    }

    protected String pair() {
        return tables.text(
                "INSERT INTO duplicate_pair (pair_id, first_kpm, second_kpm, same_account, points,"
                        + " facts, state, version, found_at) VALUES (gen_random_uuid(),"
                        + " least(?::uuid, ?::uuid), greatest(?::uuid, ?::uuid), false, 1,"
                        + " repeat('0', 64), 'OPEN', 1, now()) RETURNING pair_id",
                survivor,
                ended,
                survivor,
                ended);
    }

    protected static Map<String, Object> child(String nik) {
        return Map.of(
                "nik", nik,
                "name", "Bagas",
                "birth_date", "2014-05-10",
                "component", "SD",
                "component_since", BusinessDates.on(Instant.now()).toString());
    }
}
