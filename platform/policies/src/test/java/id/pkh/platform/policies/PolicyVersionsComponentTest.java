package id.pkh.platform.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import id.pkh.localstack.LocalStackResource;
import id.pkh.testsupport.rest.Caller;
import id.pkh.testsupport.rows.Rows;
import id.pkh.testsupport.time.MovableClock;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of a version, from its entry on. */
@QuarkusTest
@WithTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "policies"))
class PolicyVersionsComponentTest {

    private static final String TODAY = "2026-11-29";
    private static final Caller OFFICER = Caller.named("officer-1", "MINISTRY_OFFICER", "*");
    private static final Caller OTHER = Caller.named("officer-2", "MINISTRY_OFFICER", "*");
    private static final Caller APPROVER = Caller.named("approver-1", "MINISTRY_APPROVER", "*");

    @Inject DataSource database;
    @Inject MovableClock clock;
    @Inject FeeKind kind;

    private Rows rows;

    /** The time of the test. */
    static class Times {
        @Produces
        @Singleton
        MovableClock clock() {
            return new MovableClock(TODAY);
        }
    }

    @BeforeEach
    void start() {
        rows = new Rows(database);
        clock.setTo(TODAY);
    }

    /** Versions are never deleted, so what a test approved is revoked. */
    @AfterEach
    void revokeAll() {
        clock.setTo(TODAY);
        for (int i = 0; i < 5; i++) {
            List<String> approved =
                    rows.texts(
                            "SELECT version_id::text FROM policy_version_status WHERE status = 'APPROVED'"
                                    + " ORDER BY valid_from DESC");
            approved.forEach(
                    id -> {
                        OFFICER.post(path(id, "revocation-proposal"), named(id, "end of a test"));
                        OTHER.post(path(id, "revocation"), named(id, null));
                        OFFICER.post(path(id, "revocation"), named(id, null));
                    });
        }
        rows.texts("SELECT version_id::text FROM policy_version_status WHERE status = 'WAITING'")
                .forEach(id -> OFFICER.post(path(id, "refusal"), named(id, "end of a test")));
        assertThat(rows.texts("SELECT policy_code FROM fee")).containsExactly("FEE-2026");
    }

    @Test
    void aVersionHasNoEffectBeforeAnotherPersonApprovesIt() {
        String id = entered("FEE-2027", "2027-01-01", "2027-12-31");
        version(id)
                .body("status", equalTo("WAITING"))
                .body("document.rupiah", equalTo(7))
                .body("acts.act", equalTo(List.of("ENTERED")));
        OFFICER.get("/policy-versions?status=WAITING&kind=FEE")
                .statusCode(200)
                .body("items.version_id", hasItem(id));
        assertThat(codes()).containsExactly("FEE-2026");

        refused(OFFICER, id, "approval", null, 409, "POLICY_SAME_PERSON");
        APPROVER.post(path(id, "approval"), named(id, null))
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("acts.acted_by", equalTo(List.of("officer-1", "approver-1")));

        assertThat(codes()).containsExactly("FEE-2026", "FEE-2027");
        OFFICER.get("/policy-versions?status=WAITING").body("items.version_id", not(hasItem(id)));
        refused(OTHER, id, "approval", null, 409, "POLICY_NOT_WAITING");
    }

    @Test
    void anApprovalNamesWhatWasRead() {
        String id = entered("FEE-2027", "2027-01-01", null);
        APPROVER.post(path(id, "approval"), Map.of("sha256", "0".repeat(64)))
                .statusCode(409)
                .body("code", equalTo("POLICY_HASH_DIFFERS"));
        APPROVER.post(path(id, "approval"), Map.of()).statusCode(400);
        assertThat(sha256(id))
                .isEqualTo(
                        HashedJson.of(
                                        "{\"policy_code\":\"FEE-2027\",\"valid_from\":\"2027-01-01\","
                                                + "\"valid_until\":null,\"legal_basis\":\"a decree\",\"rupiah\":7}")
                                .sha256());
    }

    @Test
    void oneOfTheMinistryRefusesAVersionOrItsOwnerWithdrawsIt() {
        String refused = entered("FEE-2027", "2027-01-01", null);
        OTHER.post(path(refused, "refusal"), named(refused, "the decree was changed"))
                .statusCode(200)
                .body("status", equalTo("REFUSED"))
                .body("acts[1].reason", equalTo("the decree was changed"));
        String withdrawn = entered("FEE-2027", "2027-01-01", null);
        OFFICER.post(path(withdrawn, "refusal"), named(withdrawn, "a typing error"))
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
        refused(APPROVER, withdrawn, "approval", null, 409, "POLICY_NOT_WAITING");
        refused(APPROVER, withdrawn, "refusal", "why", 409, "POLICY_NOT_WAITING");
        refused(APPROVER, withdrawn, "revocation-proposal", "why", 409, "POLICY_NOT_APPROVED");
    }

    @Test
    void twoPeopleRevokeAVersionBeforeItsFirstDay() {
        String id = approved("FEE-2027", "2027-01-01", "2027-12-31");
        refused(OTHER, id, "revocation", null, 409, "POLICY_REVOCATION_NOT_PROPOSED");
        OTHER.post(path(id, "revocation-proposal"), named(id, "the decree was changed"))
                .statusCode(200)
                .body("status", equalTo("APPROVED"));
        refused(OFFICER, id, "revocation-proposal", "again", 409, "POLICY_REVOCATION_PROPOSED");
        refused(OTHER, id, "revocation", null, 409, "POLICY_SAME_PERSON");
        assertThat(codes()).contains("FEE-2027");
        OFFICER.post(path(id, "revocation"), named(id, null))
                .statusCode(200)
                .body("status", equalTo("REVOKED"));
        assertThat(codes()).containsExactly("FEE-2026");
        refused(OFFICER, id, "revocation", null, 409, "POLICY_NOT_APPROVED");
        approved("FEE-2027", "2027-01-01", "2027-12-31");
    }

    @Test
    void aPolicyInForceIsNotRevoked() {
        String id = approved("FEE-2027", "2027-01-01", "2027-12-31");
        clock.setTo("2027-01-01");
        refused(OTHER, id, "revocation-proposal", "too late", 409, "POLICY_IN_FORCE");
        clock.setTo("2026-12-31");
        OTHER.post(path(id, "revocation-proposal"), named(id, "in time")).statusCode(200);
    }

    @Test
    void whatWaitsTooLongIsNotApprovedAnyMore() {
        String id = entered("FEE-2027", "2027-01-01", null);
        clock.setTo("2027-01-01");
        refused(APPROVER, id, "approval", null, 409, "POLICY_FIRST_DAY_PASSED");
        APPROVER.post(path(id, "refusal"), named(id, "too late")).statusCode(200);
    }

    @Test
    void everythingIsCheckedAgainWhenAVersionIsApproved() {
        String one = entered("FEE-2027", "2027-01-01", null);
        String same = entered("FEE-2027B", "2027-01-01", null);
        APPROVER.post(path(one, "approval"), named(one, null)).statusCode(200);
        refused(APPROVER, same, "approval", null, 409, "POLICY_FIRST_DAY_TAKEN");
    }

    @ParameterizedTest
    @CsvSource({
        "FEE-2026, 2027-01-01, 2027-12-31, 7, 409, POLICY_CODE_TAKEN",
        "FEE-2027, 2026-11-01, 2027-12-31, 7, 409, POLICY_FIRST_DAY_PASSED",
        "FEE-2027, 2027-02-01, 2027-12-31, 7, 409, POLICY_LEAVES_GAP",
        "FEE-2027, 2027-01-15, 2027-12-31, 7, 422, POLICY_FIRST_DAY_INVALID",
        "FEE-2027, 2027-01-01, 2027-12-31, 0, 422, POLICY_ROW_IMPOSSIBLE",
        "'', 2027-01-01, 2027-12-31, 7, 400, INVALID_REQUEST",
    })
    void aVersionThatCannotApplyIsNotEntered(
            String code, String from, String until, int rupiah, int status, String refusal) {
        OFFICER.post("/policy-versions/fees", fee(code, from, until, rupiah))
                .statusCode(status)
                .body("code", equalTo(refusal));
    }

    @Test
    void aVersionIsEnteredOnce() {
        entered("FEE-2027", "2027-01-01", null);
        OTHER.post("/policy-versions/fees", fee("FEE-2027", "2027-01-01", null, 8))
                .statusCode(409)
                .body("code", equalTo("POLICY_CODE_TAKEN"));
    }

    @Test
    void aVersionOnWhichALaterOneDependsIsNotRevoked() {
        String first = approved("FEE-2027", "2027-01-01", "2027-12-31");
        approved("FEE-2028", "2028-01-01", "2028-12-31");
        refused(OTHER, first, "revocation-proposal", "why", 409, "POLICY_LEAVES_GAP");
    }

    @Test
    void actsTakeAllAreas() {
        String id = entered("FEE-2027", "2027-01-01", null);
        Caller regional = Caller.named("officer-3", "MINISTRY_OFFICER", "17.71");
        refused(regional, id, "approval", null, 403, "AREAS_NOT_NATIONAL");
        refused(regional, id, "refusal", "why", 403, "AREAS_NOT_NATIONAL");
        regional.post("/policy-versions/fees", fee("FEE-X", "2027-01-01", null, 7)).statusCode(403);
        regional.get("/policy-versions/" + id).statusCode(200);
    }

    @Test
    void theDatabaseRefusesOnePersonAChangeAndALateAct() throws SQLException {
        String id = entered("FEE-2027", "2027-01-01", null);
        String act =
                "INSERT INTO policy_act (version_id, valid_from, act, by_person, acted_at, acted_on,"
                        + " answers, answers_person) VALUES (?::uuid, '2027-01-01', 'APPROVED', ?, now(),"
                        + " ?::date, 'ENTERED', ?)";
        meets("policy_act_two_people", act, id, "officer-1", TODAY, "officer-1");
        meets("answers_person_fkey", act, id, "officer-1", TODAY, "officer-9");
        meets("policy_act_before_first_day", act, id, "officer-2", "2027-01-01", "officer-1");
        meets("two people", "INSERT INTO fee VALUES ('FEE-2027', '2027-01-01', NULL, 'x', 9)");
        rows.change(act, id, "officer-2", TODAY, "officer-1");
        meets(
                "policy_act_ends_waiting",
                "INSERT INTO policy_act (version_id, valid_from, act, by_person, acted_at, acted_on,"
                        + " answers, answers_person, reason) VALUES (?::uuid, '2027-01-01', 'REFUSED',"
                        + " 'officer-2', now(), '2026-11-29', 'ENTERED', 'officer-1', 'why')",
                id);
        meets("append-only", "UPDATE policy_act SET by_person = 'x'");
        meets("append-only", "DELETE FROM policy_version");
        meets("two people", "UPDATE fee SET rupiah = 1");
        meets("two people", "DELETE FROM fee");
        meets(
                "policy_version_hash",
                "INSERT INTO policy_version VALUES (gen_random_uuid(), 'FEE', 'F', '2027-01-01', 'x', '{}',"
                        + " repeat('0', 64))");
        rows.change("INSERT INTO fee VALUES ('FEE-2027', '2027-01-01', NULL, 'x', 9)");
    }

    @Test
    void theGaugeCountsTheDaysThatAreCovered() {
        LocalDate today = LocalDate.parse(TODAY);
        assertThat(PolicyGauge.daysLeft(kind, today)).isEqualTo(33);
        approved("FEE-2027", "2027-01-01", null);
        assertThat(PolicyGauge.daysLeft(kind, today)).isInfinite();
    }

    @Test
    void filtersThatNameNothingAreRefused() {
        OFFICER.get("/policy-versions?status=NONE")
                .statusCode(400)
                .body("code", equalTo("POLICY_STATUS_UNKNOWN"));
        OFFICER.get("/policy-versions?kind=NONE")
                .statusCode(400)
                .body("code", equalTo("POLICY_KIND_UNKNOWN"));
        OFFICER.get("/policy-versions/0190a5b0-0000-7000-8000-0000000000ff").statusCode(404);
        OFFICER.post(
                        "/policy-versions/0190a5b0-0000-7000-8000-0000000000ff/approval",
                        Map.of("sha256", "0".repeat(64)))
                .statusCode(404);
    }

    private String entered(String code, String from, String until) {
        return OFFICER.post("/policy-versions/fees", fee(code, from, until, 7))
                .statusCode(201)
                .extract()
                .path("version_id");
    }

    private String approved(String code, String from, String until) {
        String id = entered(code, from, until);
        APPROVER.post(path(id, "approval"), named(id, null)).statusCode(200);
        return id;
    }

    private static Map<String, Object> fee(String code, String from, String until, int rupiah) {
        Map<String, Object> fee = new HashMap<>();
        fee.put("policy_code", code);
        fee.put("valid_from", from);
        fee.put("valid_until", until);
        fee.put("legal_basis", "a decree");
        fee.put("rupiah", rupiah);
        return fee;
    }

    private void refused(
            Caller caller, String id, String act, String reason, int status, String code) {
        caller.post(path(id, act), named(id, reason))
                .statusCode(status)
                .body("code", equalTo(code));
    }

    private Map<String, Object> named(String id, String reason) {
        return reason == null
                ? Map.of("sha256", sha256(id))
                : Map.of("sha256", sha256(id), "reason", reason);
    }

    private String sha256(String id) {
        return rows.text("SELECT sha256 FROM policy_version WHERE version_id = ?::uuid", id);
    }

    private static ValidatableResponse version(String id) {
        return OFFICER.get("/policy-versions/" + id).statusCode(200);
    }

    private static String path(String id, String act) {
        return "/policy-versions/" + id + "/" + act;
    }

    private List<String> codes() {
        return rows.texts("SELECT policy_code FROM fee ORDER BY valid_from");
    }

    private void meets(String constraint, String sql, Object... values) {
        assertThatThrownBy(() -> rows.change(sql, values)).hasMessageContaining(constraint);
    }
}
