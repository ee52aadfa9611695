package id.pkh.registry.facilitator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.registry.RegistryComponentTest;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One officer enters the policy of facilitators, another person approves it. */
@QuarkusTest
class FacilitatorPolicyComponentTest extends RegistryComponentTest {

    private static final Caller OFFICER = Caller.officer("officer-8");
    private static final Caller APPROVER = Caller.approver("approver-8");

    private static Map<String, Object> document() {
        Map<String, Object> document = new HashMap<>();
        document.put("policy_code", "FACILITATORS-NEXT");
        document.put("valid_from", "2098-01-01");
        document.put("legal_basis", "a decree");
        document.put("families_per_facilitator", 300);
        document.put("notice_days", 21);
        document.put("overlap_days", 7);
        document.put("appointment_required", true);
        return document;
    }

    @Test
    void aPolicyOfTwoPeopleIsAddedAndRevoked() {
        String id =
                OFFICER.post("/policy-versions/facilitator-policies", document())
                        .statusCode(201)
                        .body("kind", equalTo("FACILITATORS"))
                        .extract()
                        .path("version_id");
        Map<String, Object> named = new HashMap<>();
        named.put("sha256", sha256(id));
        APPROVER.post("/policy-versions/" + id + "/approval", named).statusCode(200);
        assertThat(
                        tables.texts(
                                "SELECT families_per_facilitator || ' ' || notice_days || ' ' || overlap_days"
                                        + " || ' ' || appointment_required FROM facilitator_policy"
                                        + " WHERE policy_code = 'FACILITATORS-NEXT'"))
                .containsExactly("300 21 7 true");

        named.put("reason", "the end of a test");
        OFFICER.post("/policy-versions/" + id + "/revocation-proposal", named).statusCode(200);
        named.remove("reason");
        APPROVER.post("/policy-versions/" + id + "/revocation", named).statusCode(200);
        assertThat(tables.texts("SELECT policy_code FROM facilitator_policy"))
                .contains("FACILITATORS-2026")
                .doesNotContain("FACILITATORS-NEXT");
    }

    @Test
    void aNumberThatMakesNoSenseIsNotEntered() {
        Map<String, Object> document = document();
        document.put("notice_days", 0);
        OFFICER.post("/policy-versions/facilitator-policies", document).statusCode(400);
        Caller.coordinator("17")
                .post("/policy-versions/facilitator-policies", document())
                .statusCode(403);
    }

    private String sha256(String id) {
        return tables.text("SELECT sha256 FROM policy_version WHERE version_id = ?::uuid", id);
    }
}
