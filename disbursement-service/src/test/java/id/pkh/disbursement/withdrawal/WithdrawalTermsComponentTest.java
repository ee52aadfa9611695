package id.pkh.disbursement.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.disbursement.DisbursementComponentTest;
import id.pkh.testsupport.RuleTable;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The policy of withdrawals: what the first release brought in, and what two people enter. */
@QuarkusTest
class WithdrawalTermsComponentTest extends DisbursementComponentTest {

    private static final String VERSIONS = "/policy-versions/";
    private static final Caller OFFICER = Caller.officer("officer-9");
    private static final Caller APPROVER = Caller.approver("approver-9");

    @Test
    void theFirstPolicyIsThatOfThePage() {
        List<String> ofPage =
                RuleTable.rows(
                                "withdrawals.md",
                                "policy",
                                "from",
                                "days until listed",
                                "days until examined",
                                "call-backs, percent",
                                "source")
                        .stream()
                        .map(row -> String.join(" ", row))
                        .toList();
        assertThat(
                        tables.lines(
                                "SELECT policy_code, valid_from, days_until_listed, days_until_examined,"
                                        + " call_back_percent, source FROM withdrawal_policy"
                                        + " WHERE source <> 'entered'"))
                .isEqualTo(ofPage);
    }

    @Test
    void twoPeopleEnterAVersionAndTakeItBack() {
        String id = enter(20, 90).statusCode(201).extract().path("version_id");
        Map<String, String> named =
                Map.of(
                        "sha256",
                        tables.text(
                                "SELECT sha256 FROM policy_version WHERE version_id = ?::uuid",
                                id));
        OFFICER.post(VERSIONS + id + "/approval", named).statusCode(409);
        APPROVER.post(VERSIONS + id + "/approval", named).statusCode(200);
        assertThat(
                        tables.lines(
                                "SELECT days_until_listed, days_until_examined, call_back_percent"
                                        + " FROM withdrawal_policy WHERE source = 'entered'"))
                .contains("20 90 10");
        OFFICER.post(
                        VERSIONS + id + "/revocation-proposal",
                        Map.of("sha256", named.get("sha256"), "reason", "the end of a test"))
                .statusCode(200);
        APPROVER.post(VERSIONS + id + "/revocation", named).statusCode(200);
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM withdrawal_policy WHERE valid_from = '2041-01-01'"))
                .isZero();
    }

    @Test
    void termsThatCannotBeAppliedAreNotEntered() {
        enter(90, 90).statusCode(422).body("code", equalTo("POLICY_ROW_IMPOSSIBLE"));
        enter(0, 90).statusCode(400);
    }

    private static ValidatableResponse enter(int listed, int examined) {
        return OFFICER.post(
                VERSIONS + "withdrawal-terms",
                Map.of(
                        "policy_code",
                        "WITHDRAWAL-2041",
                        "valid_from",
                        "2041-01-01",
                        "legal_basis",
                        "a test",
                        "days_until_listed",
                        listed,
                        "days_until_examined",
                        examined,
                        "call_back_percent",
                        10));
    }
}
