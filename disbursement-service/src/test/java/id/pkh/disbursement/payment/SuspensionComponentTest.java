package id.pkh.disbursement.payment;

import static id.pkh.disbursement.support.FactEvents.decision;
import static id.pkh.disbursement.support.FactEvents.lift;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.pkh.disbursement.DisbursementComponentTest;
import id.pkh.disbursement.support.Api;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The effect of decisions on payments, with events over the broker. The family gets 225,000 in
 * 2026-T2.
 */
@QuarkusTest
class SuspensionComponentTest extends DisbursementComponentTest {

    private final UUID decision = UUID.randomUUID();
    private UUID kpm;

    @BeforeEach
    void aCalculatedCycle() {
        kpm = knownFamily("SD");
        Api.openSecondQuarter();
        Api.calculate("2026-T2").statusCode(200);
    }

    @Test
    void aDecisionHoldsThePaymentOfAnOpenCycle() {
        UUID event = tell(decision(kpm, decision, "HOLD"), 1);

        list().body("items", hasSize(1))
                .body("items[0].status", equalTo("HELD"))
                .body("items[0].stage", equalTo("PLANNED"))
                .body("items[0].amount_idr", equalTo(225_000))
                .body("items[0].reasons", contains("SUSPENSION_DECIDED"))
                .body("items[0].decisions", contains(decision.toString()));
        List<PublishedEvent> published = tables.published(kpm);
        assertThat(published)
                .extracting(PublishedEvent::name)
                .containsExactly(
                        "entitlement-calculated", "entitlement-calculated", "payment-held");
        assertThat(published).extracting(PublishedEvent::sequence).containsExactly(1L, 2L, 3L);
        assertThat(published.get(2).causationId()).isEqualTo(event.toString());
        assertThat(published.get(2).correlationId()).isEqualTo("story-" + event);
        assertThat(published.get(2).payload().toString()).contains(decision.toString());
    }

    @Test
    void aLiftBeforeSealingMakesThePaymentPayable() {
        tell(decision(kpm, decision, "HOLD"), 1);
        tell(lift(kpm, decision, "COMMITMENT_MET"), 2);

        list().body("items", hasSize(1)).body("items[0].status", equalTo("PAYABLE"));
        PublishedEvent released = tables.published(kpm).get(4);
        assertThat(released.name()).isEqualTo("payment-released");
        assertThat(released.payload().toString())
                .contains(
                        "\"compensating\":false",
                        "\"reason\":\"COMMITMENT_MET\"",
                        decision.toString());
    }

    @Test
    void aLiftThatArrivesBeforeItsDecisionLeavesThePaymentPayable() {
        tell(lift(kpm, decision, "CORRECTED_FACT"), 2);
        tell(decision(kpm, decision, "HOLD"), 1);

        list().body("items", hasSize(1)).body("items[0].status", equalTo("PAYABLE"));
        assertThat(tables.publishedNames(kpm)).containsExactly("entitlement-calculated");
    }

    @Test
    void decisionsAndLiftsThatComeTwiceEndTheSame() {
        tell(decision(kpm, decision, "HOLD"), 1);
        tell(decision(kpm, decision, "HOLD"), 1);
        tell(lift(kpm, decision, "OFFICER"), 2);
        tell(decision(kpm, decision, "HOLD"), 1);
        tell(lift(kpm, decision, "OFFICER"), 2);

        list().body("items", hasSize(1)).body("items[0].status", equalTo("PAYABLE"));
        assertThat(tables.publishedNames(kpm))
                .containsExactly(
                        "entitlement-calculated",
                        "entitlement-calculated",
                        "payment-held",
                        "entitlement-calculated",
                        "payment-released");
    }

    @Test
    void twoDecisionsHoldUntilBothAreLifted() {
        UUID other = UUID.randomUUID();
        tell(decision(kpm, decision, "HOLD"), 1);
        tell(decision(kpm, other, "HOLD"), 2);

        tell(lift(kpm, decision, "CORRECTED_FACT"), 3);
        list().body("items[0].status", equalTo("HELD"))
                .body("items[0].decisions", contains(other.toString()));

        tell(lift(kpm, other, "OFFICER"), 4);
        list().body("items[0].status", equalTo("PAYABLE"));
    }

    @Test
    void aForfeitedPaymentIsNotPaid() {
        tell(decision(kpm, decision, "FORFEIT"), 1);

        list().body("items[0].status", equalTo("FORFEITED"));
        assertThat(tables.publishedNames(kpm)).endsWith("payment-forfeited");
    }

    @Test
    void aDismissedProposalHoldsNoPayment() {
        tell(decision(kpm, decision, "NONE"), 1);

        list().body("items[0].status", equalTo("PAYABLE"));
        assertThat(tables.published(kpm)).hasSize(1);
    }

    @Test
    void aDecisionForALaterCycleDoesNotHoldAnEarlierCycle() {
        tell(decision(kpm, decision, "HOLD", LocalDate.parse("2026-07-01")), 1);

        list().body("items[0].status", equalTo("PAYABLE"));
    }

    @Test
    void onlyADecisionOrItsLiftStartsTheSearchForPaymentsToRelease() throws SQLException {
        tell(decision(kpm, decision, "HOLD"), 1);
        Api.seal("2026-T2").statusCode(200);

        UUID lifted;
        try (Connection reader = tables.holding("LOCK TABLE payment IN ACCESS EXCLUSIVE MODE")) {
            tell(FactEvents.reminder(kpm, UUID.randomUUID()), 2);
            tell(FactEvents.warning(kpm, UUID.randomUUID(), "P2K2_ABSENCE"), 3);
            tell(FactEvents.family(kpm, "SD", "SMP"), 2);
            lifted = events.publish(lift(kpm, decision, "OFFICER"), 4);
            awaitAStatementThatWaitsForPayments();
            reader.rollback();
        }

        arrivals.awaitApplied(lifted);
        list().body("items", hasSize(2));
        assertThat(tables.lines("SELECT step, rung FROM sanction_step ORDER BY rung"))
                .containsExactly("REMINDER 1", "SUSPENSION_WARNING 2");
    }

    private void awaitAStatementThatWaitsForPayments() {
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                tables.number(
                                                "SELECT count(*) FROM pg_locks"
                                                        + " WHERE relation = 'payment'::regclass AND NOT granted")
                                        > 0);
    }

    @Test
    void aLiftAfterSealingMakesExactlyOneCompensatingPayment() {
        tell(decision(kpm, decision, "HOLD"), 1);
        Api.seal("2026-T2").statusCode(200);

        tell(lift(kpm, decision, "CORRECTED_FACT"), 2);
        tell(lift(kpm, decision, "CORRECTED_FACT"), 2);
        tell(lift(kpm, decision, "OFFICER"), 3);

        list().body("items", hasSize(2))
                .body("items.kind", contains("COMPENSATING", "REGULAR"))
                .body("items[0].status", equalTo("PAYABLE"))
                .body("items[0].amount_idr", equalTo(225_000))
                .body("items[0].stage", equalTo("PLANNED"))
                .body("items[1].status", equalTo("HELD"))
                .body("items[1].stage", equalTo("SEALED"));
        String compensating = list().extract().path("items[0].payment_id");
        String held = list().extract().path("items[1].payment_id");
        list().body("items[0].compensates", equalTo(held));
        List<PublishedEvent> published = tables.published(kpm);
        assertThat(published)
                .extracting(PublishedEvent::name)
                .containsExactly(
                        "entitlement-calculated",
                        "entitlement-calculated",
                        "payment-held",
                        "payment-released");
        assertThat(published.get(3).payload().toString())
                .contains("\"compensating\":true", "\"reason\":\"CORRECTED_FACT\"", compensating);
        Caller.officer()
                .get("/payments/" + compensating)
                .statusCode(200)
                .body("payment.kind", equalTo("COMPENSATING"))
                .body("history.cause", contains("id.pkh.verification.suspension-lifted.v1"));
    }

    @Test
    void bothDecisionsInEffectAtSealingMustBeLiftedBeforeTheFamilyIsPaid() {
        UUID other = UUID.randomUUID();
        tell(decision(kpm, decision, "HOLD"), 1);
        tell(decision(kpm, other, "HOLD"), 2);
        Api.seal("2026-T2").statusCode(200);

        tell(lift(kpm, decision, "CORRECTED_FACT"), 3);
        list().body("items", hasSize(1));

        tell(lift(kpm, other, "CORRECTED_FACT"), 4);
        list().body("items", hasSize(2));
    }

    @Test
    void aDecisionAfterSealingConcernsTheNextCycleOnly() {
        Api.seal("2026-T2").statusCode(200);
        Api.open("2026-T3", "2026-07-01", "2026-09-30", "BANK").statusCode(201);
        Api.calculate("2026-T3").statusCode(200);

        tell(decision(kpm, decision, "HOLD"), 1);

        list().body("items", hasSize(1)).body("items[0].status", equalTo("PAYABLE"));
        Api.payments("2026-T3", "?kpm=" + kpm).body("items[0].status", equalTo("HELD"));

        tell(lift(kpm, decision, "OFFICER"), 2);

        list().body("items", hasSize(1));
        Api.payments("2026-T3", "?kpm=" + kpm)
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("PAYABLE"));
    }

    @Test
    void aDecisionAfterSealingDoesNotBlockTheReleaseOfAPaymentThatAnEarlierDecisionHeld() {
        tell(decision(kpm, decision, "HOLD"), 1);
        Api.seal("2026-T2").statusCode(200);

        tell(decision(kpm, UUID.randomUUID(), "HOLD"), 2);
        tell(lift(kpm, decision, "CORRECTED_FACT"), 3);

        list().body("items", hasSize(2));
    }

    @Test
    void oneLiftReleasesThePaymentsOfEveryCycleThatItsDecisionHeld() {
        tell(decision(kpm, decision, "HOLD"), 1);
        Api.seal("2026-T2").statusCode(200);
        Api.open("2026-T3", "2026-07-01", "2026-09-30", "BANK").statusCode(201);
        Api.calculate("2026-T3").statusCode(200);
        Api.seal("2026-T3").statusCode(200);
        Api.open("2026-T4", "2026-10-01", "2026-12-31", "BANK").statusCode(201);
        Api.calculate("2026-T4").statusCode(200);

        tell(lift(kpm, decision, "APPEAL_UPHELD"), 2);

        assertThat(
                        tables.lines(
                                "SELECT cycle_code, kind, p.status, amount_idr FROM payment p JOIN payment_cycle USING (cycle_id)"
                                        + " ORDER BY 1, 2"))
                .containsExactly(
                        "2026-T2 COMPENSATING PAYABLE 225000",
                        "2026-T2 REGULAR HELD 225000",
                        "2026-T3 COMPENSATING PAYABLE 225000",
                        "2026-T3 REGULAR HELD 225000",
                        "2026-T4 REGULAR PAYABLE 225000");
        assertThat(tables.published(kpm))
                .extracting(PublishedEvent::sequence)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aForfeitedPaymentIsReleasedOnlyIfTheDecisionWasWrong() {
        UUID wronged = knownFamily("SMP");
        UUID wrong = UUID.randomUUID();
        tell(decision(kpm, decision, "FORFEIT"), 1);
        tell(decision(wronged, wrong, "FORFEIT"), 1);
        Api.seal("2026-T2").statusCode(200);

        tell(lift(kpm, decision, "COMMITMENT_MET"), 2);
        tell(lift(wronged, wrong, "APPEAL_UPHELD"), 2);

        list().body("items", hasSize(1));
        Api.payments("2026-T2", "?kpm=" + wronged).body("items", hasSize(2));
    }

    @Test
    void aPaymentLostByAWrongTerminationIsReleasedAfterSealing() {
        tell(FactEvents.termination(kpm, decision, LocalDate.parse("2026-04-01")), 1);
        Api.seal("2026-T2").statusCode(200).body("seal.payable_payments", equalTo(0));

        tell(lift(kpm, decision, "APPEAL_UPHELD"), 2);

        list().body("items", hasSize(1))
                .body("items[0].kind", equalTo("COMPENSATING"))
                .body("items[0].amount_idr", equalTo(225_000));
    }

    private ValidatableResponse list() {
        return Api.payments("2026-T2", "?kpm=" + kpm);
    }
}
