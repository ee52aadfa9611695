package id.pkh.disbursement.exceptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pkh.disbursement.DisbursementComponentTest;
import id.pkh.testsupport.RuleTable;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The terms of reconciliation: what the first release brought in, and what two people enter. */
@QuarkusTest
class ReconciliationTermsComponentTest extends DisbursementComponentTest {

    private static final String PAGE = "bank-answers.md";
    private static final String VERSIONS = "/policy-versions/";
    private static final Caller OFFICER = Caller.officer("officer-9");
    private static final Caller APPROVER = Caller.approver("approver-9");

    @Test
    void theFirstPolicyIsThatOfThePage() {
        assertThat(
                        tables.lines(
                                "SELECT exception_class, days FROM reconciliation_exception_days"
                                        + " WHERE policy_code = 'RECONCILIATION-2018'"))
                .containsExactlyInAnyOrderElementsOf(
                        RuleTable.rows(PAGE, "class", "of the ten", "owner", "days").stream()
                                .map(row -> row.get(0) + " " + row.get(3))
                                .toList());
    }

    @Test
    void theReasonsThatNeedACorrectionAreThoseOfThePage() {
        assertThat(tables.texts("SELECT reason FROM bank_reason_correction"))
                .containsExactlyInAnyOrderElementsOf(
                        RuleTable.rows(PAGE, "reason", "work of the field").stream()
                                .map(row -> row.get(0))
                                .toList());
    }

    @Test
    void twoPeopleEnterAVersionAndTakeItBack() {
        String id = enter(terms()).statusCode(201).extract().path("version_id");
        Map<String, String> named =
                Map.of(
                        "sha256",
                        tables.text(
                                "SELECT sha256 FROM policy_version WHERE version_id = ?::uuid",
                                id));
        OFFICER.post(VERSIONS + id + "/approval", named).statusCode(409);
        APPROVER.post(VERSIONS + id + "/approval", named).statusCode(200);
        assertThat(dueOn("MISSING_AFTER_SLA", "2041-01-01")).isEqualTo("2041-01-10");
        assertThat(dueOn("MISSING_AFTER_SLA", "2040-12-31")).isEqualTo("2041-01-03");
        assertThat(tables.lines("SELECT bank, days FROM reconciliation_bank_days"))
                .containsExactly("BRI 5");
        OFFICER.post(
                        VERSIONS + id + "/revocation-proposal",
                        Map.of("sha256", named.get("sha256"), "reason", "the end of a test"))
                .statusCode(200);
        APPROVER.post(VERSIONS + id + "/revocation", named).statusCode(200);
        assertThat(dueOn("MISSING_AFTER_SLA", "2041-01-01")).isEqualTo("2041-01-04");
    }

    /** Found at nine in the evening, which in Jakarta is four in the morning of the next day. */
    @Test
    void theDayIsThatOfJakarta() {
        assertThat(
                        tables.text(
                                "SELECT exception_due_on('UNMATCHED_LINE', '2026-04-20 21:00+00')::text"))
                .isEqualTo("2026-04-28");
    }

    @Test
    void aClassWithoutDaysIsDueAtOnce() {
        assertThat(dueOn("OF_ANOTHER_RELEASE", "2026-04-20")).isEqualTo("2026-04-20");
    }

    @Test
    void termsWithoutAClassOrWithATwiceAreNotEntered() {
        ObjectNode without = terms();
        without.withArray("exception_days").remove(0);
        enter(without).statusCode(422).body("code", equalTo("POLICY_ROW_MISSING"));
        ObjectNode twice = terms();
        twice.withArray("bank_days").addObject().put("bank", "BRI").put("days", 6);
        enter(twice).statusCode(422).body("code", equalTo("POLICY_ROW_TWICE"));
        enter(terms().put("account_changed_days", 0)).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE reconciliation_exception_days SET days = 365",
                "INSERT INTO reconciliation_policy VALUES ('ALONE', '2040-01-01', 20, 'x', 'entered')",
                "INSERT INTO reconciliation_bank_days VALUES ('RECONCILIATION-2018', 'BRI', 90)",
                "DELETE FROM reconciliation_policy"
            })
    void theDatabaseRefusesTermsOfOnePerson(String sql) {
        assertThatThrownBy(() -> tables.change(sql)).hasMessageContaining("two people");
    }

    private String dueOn(String exceptionClass, String day) {
        return tables.text(
                "SELECT exception_due_on(?, (? || ' 12:00+07')::timestamptz)::text",
                exceptionClass,
                day);
    }

    private static ValidatableResponse enter(ObjectNode document) {
        return OFFICER.post(VERSIONS + "reconciliation-terms", document.toString());
    }

    private static ObjectNode terms() {
        try (InputStream file =
                ReconciliationTermsComponentTest.class.getResourceAsStream(
                        "/META-INF/pkh/examples/enterReconciliationTerms.json")) {
            ObjectNode terms =
                    (ObjectNode) new ObjectMapper().readTree(file).path("request").deepCopy();
            terms.put("policy_code", "RECONCILIATION-2041").put("valid_from", "2041-01-01");
            for (var row : terms.withArray("exception_days")) {
                if (row.path("exception_class").asText().equals("MISSING_AFTER_SLA")) {
                    ((ObjectNode) row).put("days", 9);
                }
            }
            return terms;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
