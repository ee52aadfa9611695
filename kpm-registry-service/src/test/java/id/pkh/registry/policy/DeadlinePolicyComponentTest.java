package id.pkh.registry.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.registry.RegistryComponentTest;
import id.pkh.testsupport.description.contract.PolicyExamples;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The deadline of data updates, entered by one person and approved by another. */
@QuarkusTest
class DeadlinePolicyComponentTest extends RegistryComponentTest {

    private static final LocalDate DAY = LocalDate.of(2101, 2, 1);

    @Inject DataSource database;

    @AfterEach
    void revoke() {
        PolicyExamples.end(new Rows(database));
    }

    private static Map<String, Object> entry(LocalDate day, int days) {
        return Map.of(
                "policy_code",
                "DEADLINE-2101",
                "valid_from",
                day.toString(),
                "legal_basis",
                "Decree of the director 9/2100",
                "days",
                days,
                "month_closes_on",
                25);
    }

    @Test
    void anotherPersonApprovesIt() {
        JsonPath entered =
                Caller.officer("officer-9")
                        .post("/policy-versions/data-update-deadlines", entry(DAY, 5))
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        String path = "/policy-versions/" + entered.getString("version_id") + "/approval";
        Map<String, String> named = Map.of("sha256", entered.getString("sha256"));

        assertThat(rows()).isZero();
        Caller.officer("officer-9")
                .post(path, named)
                .statusCode(409)
                .body("code", equalTo("POLICY_SAME_PERSON"));
        Caller.approver("approver-9").post(path, named).statusCode(200);
        assertThat(rows()).isEqualTo(1);
    }

    private long rows() {
        return tables.number(
                "SELECT count(*) FROM data_update_deadline WHERE policy_code = 'DEADLINE-2101'");
    }

    @Test
    void whenAFamilyCountsAsReadyIsAPolicyOfTwoAsWell() {
        Map<String, Object> policy =
                Map.of(
                        "policy_code",
                        "GRADUATION-2101",
                        "valid_from",
                        DAY.toString(),
                        "legal_basis",
                        "Decree of the director 9/2100",
                        "natural_days",
                        30,
                        "visit_days",
                        60,
                        "membership_years",
                        6);
        JsonPath entered =
                Caller.officer("officer-9")
                        .post("/policy-versions/graduation-policies", policy)
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        Caller.approver("approver-9")
                .post(
                        "/policy-versions/" + entered.getString("version_id") + "/approval",
                        Map.of("sha256", entered.getString("sha256")))
                .statusCode(200);
        assertThat(
                        tables.number(
                                "SELECT membership_years FROM graduation_policy"
                                        + " WHERE policy_code = 'GRADUATION-2101'"))
                .isEqualTo(6);
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "INSERT INTO graduation_policy VALUES ('ALONE',"
                                                + " '2101-03-01', 30, 60, 6, 'none')"))
                .hasStackTraceContaining("two people enter");
    }

    @Test
    void whatCannotBeADeadlineIsRefused() {
        Caller officer = Caller.officer("officer-9");
        officer.post("/policy-versions/data-update-deadlines", entry(DAY, 0)).statusCode(400);
        officer.post("/policy-versions/data-update-deadlines", entry(DAY.plusDays(1), 5))
                .statusCode(422)
                .body("code", equalTo("POLICY_FIRST_DAY_INVALID"));
        assertThatThrownBy(
                        () ->
                                tables.execute(
                                        "INSERT INTO data_update_deadline VALUES ('ALONE',"
                                                + " '2101-03-01', 5, 25, 'none')"))
                .hasStackTraceContaining("two people enter");
    }
}
