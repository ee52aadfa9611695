package id.pkh.disbursement.withdrawal;

import static id.pkh.testsupport.time.Days.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.pkh.platform.security.Roles;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A person who did not report a withdrawal asks the family about it. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallBackComponentTest extends WithdrawalComponentTest {

    private static final String OPEN = "/cycles/" + CYCLE + "/open-call-backs";
    private static final Caller COORDINATOR =
            Caller.named("coordinator-7", Roles.COORDINATOR, "17.71.08");

    @Inject WithdrawalPolicies policies;

    /** A policy that asks about every withdrawal of the cycle. */
    @BeforeEach
    void everyWithdrawalIsSampled() {
        change(
                "INSERT INTO withdrawal_policy VALUES ('ALL-ASKED', '2026-04-01', 14, 105, 100, 'a test',"
                        + " 'entered') ON CONFLICT DO NOTHING");
        awaitPercent(100);
    }

    @AfterAll
    void thePolicyOfBefore() {
        change("DELETE FROM withdrawal_policy WHERE policy_code = 'ALL-ASKED'");
        awaitPercent(5);
    }

    private void change(String sql) {
        tables.execute("ALTER TABLE withdrawal_policy DISABLE TRIGGER USER");
        tables.execute(sql);
        tables.execute("ALTER TABLE withdrawal_policy ENABLE TRIGGER USER");
    }

    private void awaitPercent(int percent) {
        LocalDate cycleFrom = LocalDate.of(2026, 4, 1);
        await().atMost(Duration.ofSeconds(15))
                .until(() -> policies.inForceOn(cycleFrom).callBackPercent() == percent);
    }

    @Test
    void aSampledWithdrawalWaitsUntilTheFamilyWasReached() {
        UUID family = sampledFamily();
        String payment = paymentOf(family);
        COORDINATOR
                .get(OPEN)
                .body("items.payment_id", contains(payment))
                .body("items.withdrawn_idr", contains(AMOUNT_OF_SD))
                .body("items.reported_by", contains("facilitator-7"))
                .body("items.attempts", contains(0));
        asked(COORDINATOR, family, answer(1, "NOT_REACHED", null)).statusCode(201);
        COORDINATOR.get(OPEN).body("items.attempts", contains(1));
        asked(COORDINATOR, family, answer(1, "DIFFERS", "175000")).statusCode(201);
        COORDINATOR.get(OPEN).body("items", hasSize(0));
        Caller.officer()
                .get("/cycles/" + CYCLE + "/withdrawal-findings?kind=CALL_BACK_DIFFERS")
                .body("items.payment_id", contains(payment))
                .body("items.disputed_idr", contains(175_000));
        Caller.auditor()
                .get("/payments/" + payment + "/call-backs")
                .body("items.outcome", contains("DIFFERS", "NOT_REACHED"))
                .body("items.asked_by", contains("coordinator-7", "coordinator-7"));
        Caller.auditor()
                .get("/payments/" + payment + "/call-backs?limit=1")
                .body("items", hasSize(1));
    }

    @Test
    void aCorrectedReportIsAskedAboutAgainAndARetractedOneIsNot() {
        UUID family = sampledFamily();
        asked(COORDINATOR, family, answer(1, "CONFIRMED", null)).statusCode(201);
        facilitator()
                .post(
                        path(paymentOf(family)),
                        withdrawn(200_000, today(), ",\"supersedes_revision\":1"))
                .statusCode(201);
        COORDINATOR.get(OPEN).body("items.revision", contains(2));
        asked(COORDINATOR, family, answer(1, "CONFIRMED", null))
                .statusCode(409)
                .body("code", equalTo("WITHDRAWAL_REVISION_DIFFERS"));
        facilitator().post(path(paymentOf(family)), retracted(2)).statusCode(201);
        COORDINATOR.get(OPEN).body("items", hasSize(0));
        asked(COORDINATOR, family, answer(3, "CONFIRMED", null))
                .statusCode(409)
                .body("code", equalTo("WITHDRAWAL_NOT_REPORTED"));
    }

    @Test
    void noOneAsksAboutWhatTheyReported() {
        UUID family = familyIn(HERE);
        sent();
        COORDINATOR.post(path(paymentOf(family)), withdrawn(AMOUNT_OF_SD)).statusCode(201);
        facilitator()
                .post(
                        path(paymentOf(family)),
                        withdrawn(200_000, today(), ",\"supersedes_revision\":1"))
                .statusCode(201);
        asked(COORDINATOR, family, answer(2, "CONFIRMED", null))
                .statusCode(409)
                .body("code", equalTo("CALL_BACK_SAME_PERSON"));
        assertThatThrownBy(() -> tables.change(callBackBy("coordinator-7")))
                .hasMessageContaining("did not report");
        asked(Caller.officer(), family, answer(2, "CONFIRMED", null)).statusCode(201);
        assertThatThrownBy(() -> tables.change("DELETE FROM withdrawal_call_back"))
                .hasMessageContaining("append-only");
    }

    private static String callBackBy(String person) {
        return "INSERT INTO withdrawal_call_back (call_back_id, report_id, payment_id, outcome, asked_on,"
                + " asked_by, recorded_at) SELECT gen_random_uuid(), report_id, payment_id, 'CONFIRMED',"
                + " occurred_on, '"
                + person
                + "', now() FROM withdrawal_report WHERE revision = 2";
    }

    @Test
    void refusesAnswersThatCannotBeAndOtherCallers() {
        UUID family = familyIn(HERE);
        sent();
        asked(COORDINATOR, family, answer(1, "CONFIRMED", null))
                .statusCode(409)
                .body("code", equalTo("WITHDRAWAL_NOT_REPORTED"));
        reports(family, withdrawn(AMOUNT_OF_SD));
        refused(family, answer(1, "DIFFERS", null), "CALL_BACK_AMOUNT_INVALID");
        refused(family, answer(1, "DIFFERS", "" + AMOUNT_OF_SD), "CALL_BACK_AMOUNT_INVALID");
        refused(family, answer(1, "CONFIRMED", "1"), "CALL_BACK_AMOUNT_INVALID");
        for (int days : List.of(-1, 1)) {
            refused(
                    family,
                    answer(1, "CONFIRMED", null)
                            .replace(today().toString(), today().plusDays(days).toString()),
                    "CALL_BACK_DAY_INVALID");
        }
        asked(facilitator(), family, answer(1, "CONFIRMED", null)).statusCode(403);
        asked(Caller.auditor(), family, answer(1, "CONFIRMED", null)).statusCode(403);
        asked(Caller.coordinator("18"), family, answer(1, "CONFIRMED", null)).statusCode(404);
        Caller.coordinator("18")
                .get("/payments/" + paymentOf(family) + "/call-backs")
                .statusCode(404);
        assertThat(tables.number("SELECT count(*) FROM withdrawal_call_back")).isZero();
    }

    private static String answer(int revision, String outcome, String amountIdr) {
        return "{\"revision\":%d,\"outcome\":\"%s\",\"amount_idr\":%s,\"asked_on\":\"%s\"}"
                .formatted(revision, outcome, amountIdr, today());
    }

    private ValidatableResponse asked(Caller caller, UUID family, String answer) {
        return caller.withNewKey().post("/payments/" + paymentOf(family) + "/call-backs", answer);
    }

    private void refused(UUID family, String answer, String code) {
        asked(COORDINATOR, family, answer).statusCode(422).body("code", equalTo(code));
    }

    private UUID sampledFamily() {
        UUID family = familyIn(HERE);
        sent();
        reports(family, withdrawn(AMOUNT_OF_SD));
        return family;
    }
}
