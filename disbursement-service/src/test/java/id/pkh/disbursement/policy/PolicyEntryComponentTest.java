package id.pkh.disbursement.policy;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pkh.disbursement.DisbursementComponentTest;
import id.pkh.disbursement.support.Api;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The index and the limits, entered while the service runs, and cycles that need them. */
@QuarkusTest
class PolicyEntryComponentTest extends DisbursementComponentTest {

    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(15);
    private static final Caller OFFICER = Caller.officer("officer-8");
    private static final Caller APPROVER = Caller.approver("approver-8");

    /** The first day without rates on which a version can begin. */
    private static final LocalDate FIRST = firstDay();

    private static LocalDate firstDay() {
        LocalDate next = today().plusMonths(1).withDayOfMonth(1);
        LocalDate end = LocalDate.of(2027, 1, 1);
        return next.isAfter(end) ? next : end;
    }

    @AfterEach
    void revokeAll() {
        tables.texts(
                        "SELECT version_id::text FROM policy_version_status WHERE status = 'APPROVED'"
                                + " ORDER BY valid_from DESC")
                .forEach(this::revoke);
        await().atMost(A_FEW_SECONDS).until(() -> rate(FIRST) == 0);
    }

    @Test
    void aCycleWithoutRatesIsRefusedUntilTwoPeopleHaveStatedThem() {
        var family = knownFamily("SD");
        open().statusCode(409).body("code", equalTo("CYCLE_WITHOUT_RATES"));
        assertThat(tables.number("SELECT count(*) FROM payment_cycle")).isZero();

        String id = enter("benefit-indexes", index());
        open().statusCode(409);
        approve(id);
        await().atMost(A_FEW_SECONDS).until(() -> open().extract().statusCode() == 201);
        Api.calculate("NEXT").statusCode(200);
        assertThat(paid(family)).containsExactly("225000 PAYABLE");

        revoke(id);
        await().atMost(A_FEW_SECONDS)
                .until(() -> Api.calculate("NEXT").extract().statusCode() == 409);
        Api.calculate("NEXT").body("code", equalTo("CYCLE_WITHOUT_RATES"));
        Api.proposeSeal("NEXT").statusCode(409).body("code", equalTo("CYCLE_WITHOUT_RATES"));
        assertThat(paid(family)).containsExactly("225000 PAYABLE");
    }

    @Test
    void anIndexEndsWhenTheNextOneBegins() {
        approve(enter("benefit-indexes", index()));
        ObjectNode half = index();
        half.put("policy_code", "INDEX-HALF").put("valid_from", FIRST.plusMonths(6).toString());
        ((ObjectNode) half.path("rates").get(0)).put("annual_idr", 4_000_000);
        approve(enter("benefit-indexes", half));
        await().atMost(A_FEW_SECONDS).until(() -> rate(FIRST.plusMonths(6)) == 4_000_000);
        assertThat(rate(FIRST.plusMonths(6).minusDays(1))).isEqualTo(3_000_000);
        Caller.officer()
                .get("/benefit-index?on=" + FIRST)
                .body("items[0].valid_until", equalTo(FIRST.plusMonths(6).minusDays(1).toString()))
                .body("items[0].source", equalTo("entered"));
    }

    @Test
    void limitsAreEnteredAndRevoked() {
        String id = enter("entitlement-caps", example("enterEntitlementCaps"));
        approve(id);
        assertThat(
                        tables.lines(
                                "SELECT max_paid_members, component, max_paid FROM entitlement_policy"
                                        + " JOIN entitlement_component_limit USING (policy_code)"))
                .containsExactly("4 PREGNANT_POSTPARTUM 2");
        revoke(id);
        assertThat(tables.lines("SELECT * FROM entitlement_component_limit")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE benefit_rate SET annual_idr = annual_idr * 2",
                "DELETE FROM benefit_rate WHERE valid_from > '2024-01-01'",
                "INSERT INTO entitlement_policy VALUES ('ALONE', '2040-01-01', 20, 'x', 'entered')",
                "INSERT INTO entitlement_component_limit VALUES ('ENTITLEMENT-2020', 'SD', 0)"
            })
    void theDatabaseRefusesFiguresOfOnePerson(String sql) {
        assertThatThrownBy(() -> tables.change(sql)).hasMessageContaining("two people");
    }

    @ParameterizedTest
    @CsvSource({
        "component, SMA, POLICY_ROW_TWICE",
        "component, SEKOLAH, POLICY_ROW_IMPOSSIBLE",
        "component, FAMILY, POLICY_ROW_IMPOSSIBLE",
        "component, RIGHTS_VIOLATION_VICTIM, POLICY_ROW_MISSING",
        "basis, FAMILY_ADDED, POLICY_ROW_IMPOSSIBLE",
        "basis, FAMILY_FLAT, POLICY_ROW_IMPOSSIBLE",
        "scheme, AKSES, POLICY_ROW_MISSING",
    })
    void anIndexThatLeavesFamiliesWithoutARateIsNotEntered(
            String field, String value, String code) {
        ObjectNode index = index();
        ((ObjectNode) index.path("rates").get(0)).put(field, value);
        refused(index, 422, code);
    }

    @Test
    void anIndexHasALastDayAndLeavesNoGap() {
        refused(
                index().put("valid_until", FIRST.plusDays(40).toString()),
                422,
                "POLICY_ROW_IMPOSSIBLE");
        if (FIRST.equals(LocalDate.of(2027, 1, 1))) {
            refused(
                    index().put("valid_from", FIRST.plusMonths(1).toString()),
                    409,
                    "POLICY_LEAVES_GAP");
        }
        OFFICER.post("/policy-versions/benefit-indexes", index().putNull("valid_until").toString())
                .statusCode(400);
    }

    private void refused(ObjectNode index, int status, String code) {
        OFFICER.post("/policy-versions/benefit-indexes", index.toString())
                .statusCode(status)
                .body("code", equalTo(code));
    }

    private static ObjectNode index() {
        return example("enterBenefitIndex")
                .put("valid_from", FIRST.toString())
                .put("valid_until", FIRST.plusYears(1).minusDays(1).toString());
    }

    private static ObjectNode example(String operation) {
        try (InputStream file =
                PolicyEntryComponentTest.class.getResourceAsStream(
                        "/META-INF/pkh/examples/" + operation + ".json")) {
            JsonNode request = new ObjectMapper().readTree(file).path("request");
            return ((ObjectNode) request)
                    .put("policy_code", operation.substring(5).toUpperCase() + "-NEXT")
                    .put("valid_from", "2031-01-01");
        } catch (IOException e) {
            throw new IllegalStateException(operation, e);
        }
    }

    private static String enter(String kind, ObjectNode document) {
        return OFFICER.post("/policy-versions/" + kind, document.toString())
                .statusCode(201)
                .extract()
                .path("version_id");
    }

    private void approve(String id) {
        APPROVER.post("/policy-versions/" + id + "/approval", Map.of("sha256", sha256(id)))
                .statusCode(200);
    }

    private void revoke(String id) {
        OFFICER.post(
                "/policy-versions/" + id + "/revocation-proposal",
                Map.of("sha256", sha256(id), "reason", "the end of a test"));
        APPROVER.post("/policy-versions/" + id + "/revocation", Map.of("sha256", sha256(id)))
                .statusCode(200);
    }

    private String sha256(String id) {
        return tables.text("SELECT sha256 FROM policy_version WHERE version_id = ?::uuid", id);
    }

    private static ValidatableResponse open() {
        return Api.open(
                "NEXT", FIRST.toString(), FIRST.plusMonths(3).minusDays(1).toString(), "BANK");
    }

    private List<String> paid(Object kpmId) {
        return tables.lines("SELECT amount_idr, status FROM payment WHERE kpm_id = ?", kpmId);
    }

    private static int rate(LocalDate day) {
        List<Map<String, Object>> rates =
                Caller.officer().read("/benefit-index?on=" + day).getList("items");
        return rates.stream()
                .filter(rate -> rate.get("component").equals("PREGNANT_POSTPARTUM"))
                .mapToInt(rate -> ((Number) rate.get("annual_idr")).intValue())
                .findFirst()
                .orElse(0);
    }
}
