package id.pkh.disbursement.payment;

import static id.pkh.disbursement.support.FactEvents.derived;
import static id.pkh.disbursement.support.FactEvents.exit;
import static id.pkh.disbursement.support.FactEvents.exitLifted;
import static id.pkh.disbursement.support.FactEvents.lift;
import static id.pkh.disbursement.support.FactEvents.onNotice;
import static id.pkh.disbursement.support.FactEvents.reinstated;
import static id.pkh.disbursement.support.FactEvents.stayEnded;
import static id.pkh.disbursement.support.FactEvents.stayed;
import static id.pkh.disbursement.support.FactEvents.terminationLifted;
import static id.pkh.disbursement.support.FactEvents.tookEffect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.contracts.Event;
import id.pkh.disbursement.DisbursementComponentTest;
import id.pkh.disbursement.support.Api;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Decisions that are stayed, undone or followed by a return, with events over the broker. The
 * family gets 225,000 in each of the cycles 2026-T2 and 2026-T3.
 */
@QuarkusTest
class WayBackComponentTest extends DisbursementComponentTest {

    private static final Map<String, String> STATUS_OF =
            Map.of(
                    "TERMINATE", "TERMINATED",
                    "GRADUATE", "GRADUATED",
                    "MOVE", "MOVED",
                    "DECEASE", "DECEASED",
                    "INELIGIBLE", "INELIGIBLE");

    private final UUID kpm = UUID.randomUUID();
    private final UUID decision = UUID.randomUUID();
    private final UUID appeal = UUID.randomUUID();
    private long sequence;

    @BeforeEach
    void twoCycles() {
        tell(derived(kpm, "ACTIVE", "ACTIVE"), 1);
        Api.openSecondQuarter();
        Api.open("2026-T3", "2026-07-01", "2026-09-30", "BANK").statusCode(201);
        calculate();
    }

    @Test
    void aDecisionThatAwaitsItsNoticeWithholdsNothing() {
        String held = "decisions.find { it.decision_id == '%s' }".formatted(decision);
        next(onNotice(kpm, decision, "HOLD"));
        next(exit(kpm, UUID.randomUUID(), "GRADUATE", "CONFIRM"));
        next(exit(kpm, UUID.randomUUID(), "MOVE", "DISMISS"));
        assertThat(payments()).containsExactly("2026-T2 PAYABLE", "2026-T3 PAYABLE");
        Api.standing(kpm)
                .body("suspended", equalTo(false))
                .body(held + ".awaits_notice", equalTo(true))
                .body(held + ".stands", equalTo(false));

        next(tookEffect(kpm, decision, "SUSPEND", "HOLD", "2026-07-15"));
        assertThat(payments()).containsExactly("2026-T2 PAYABLE", "2026-T3 HELD");
        Api.standing(kpm)
                .body("suspended", equalTo(true))
                .body(held + ".effective_from", equalTo("2026-07-15"))
                .body(held + ".prepared_by", equalTo("officer-2"))
                .body(held + ".notice_route", equalTo("LETTER"));
    }

    @Test
    void aDecisionThatIsLiftedBeforeItsNoticeNeverTakesEffect() {
        next(onNotice(kpm, decision, "FORFEIT"));
        tell(lift(kpm, decision, "OFFICER_ERROR"), 9);
        next(tookEffect(kpm, decision, "SUSPEND", "FORFEIT", "2026-04-01"));

        assertThat(payments()).containsExactly("2026-T2 PAYABLE", "2026-T3 PAYABLE");
        assertThat(tables.publishedNames(kpm))
                .containsExactly("entitlement-calculated", "entitlement-calculated");
    }

    /** The registry's state of the same decision may come before it or after it. */
    @ParameterizedTest(name = "{0} undone by {1}, states first: {2}, {3}")
    @CsvSource({
        "TERMINATE,  APPEAL_UPHELD,  true,  true",
        "TERMINATE,  CORRECTED_FACT, false, false",
        "TERMINATE,  OFFICER_ERROR,  true,  false",
        "GRADUATE,   OFFICER_ERROR,  true,  true",
        "MOVE,       APPEAL_UPHELD,  false, true",
        "DECEASE,    CORRECTED_FACT, true,  false",
        "INELIGIBLE, APPEAL_UPHELD,  false, false"
    })
    void whatAnUndoneExitTookInSealedCyclesIsPaidOnceForEach(
            String exit, String reason, boolean stateFirst, boolean backFirst) {
        Event left = derived(kpm, STATUS_OF.get(exit), "ACTIVE");
        Event effect = tookEffect(kpm, decision, exit, "NONE", "2026-04-01");
        inOrder(stateFirst, left, 2, effect, 3);
        assertThat(payments()).containsExactly("2026-T2 NOT_ELIGIBLE", "2026-T3 NOT_ELIGIBLE");
        calculate();
        Api.seal("2026-T2").statusCode(200);
        Api.seal("2026-T3").statusCode(200);

        Event back = derived(kpm, "ACTIVE", "ACTIVE");
        Event undone =
                exit.equals("TERMINATE")
                        ? terminationLifted(kpm, decision, reason)
                        : exitLifted(kpm, decision, exit, reason);
        inOrder(backFirst, back, 3, undone, 4);
        inOrder(!backFirst, back, 3, undone, 4);
        tell(effect, 3);

        assertThat(payments())
                .containsExactly(
                        "2026-T2 NOT_ELIGIBLE",
                        "2026-T2 PAYABLE",
                        "2026-T3 NOT_ELIGIBLE",
                        "2026-T3 PAYABLE");
        assertThat(compensations()).containsExactly("225000 " + reason, "225000 " + reason);
        assertThat(tables.publishedNames(kpm)).filteredOn("payment-released"::equals).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoDecisionsThatTookTheSamePaymentGiveItBackOnceBothAreUndone(boolean exitFirst) {
        UUID hold = UUID.randomUUID();
        tell(tookEffect(kpm, decision, "TERMINATE", "NONE", "2026-04-01"), 2);
        tell(tookEffect(kpm, hold, "SUSPEND", "HOLD", "2026-04-01"), 3);
        Api.seal("2026-T2").statusCode(200);

        Event exitUndone = terminationLifted(kpm, decision, "APPEAL_UPHELD");
        Event holdEnded = lift(kpm, hold, "COMMITMENT_MET");
        tell(exitFirst ? exitUndone : holdEnded, exitFirst ? 4 : 5);
        assertThat(compensations()).isEmpty();
        tell(exitFirst ? holdEnded : exitUndone, exitFirst ? 5 : 4);
        tell(exitUndone, 4);

        assertThat(compensations()).hasSize(1);
        assertThat(payments())
                .containsExactly("2026-T2 NOT_ELIGIBLE", "2026-T2 PAYABLE", "2026-T3 PAYABLE");
    }

    @Test
    void aStayedDecisionWithholdsNothingUntilTheStayEnds() {
        next(tookEffect(kpm, decision, "SUSPEND", "FORFEIT", "2026-04-01"));
        Api.seal("2026-T2").statusCode(200);
        next(stayed(kpm, decision, appeal));
        assertThat(payments()).containsExactly("2026-T2 FORFEITED", "2026-T3 PAYABLE");
        assertThat(tables.published(kpm))
                .last()
                .satisfies(
                        released ->
                                assertThat(released.payload().get("reason").asText())
                                        .isEqualTo("DECISION_STAYED"));
        Api.standing(kpm).body("decisions[0].stayed", equalTo(true));

        next(stayEnded(kpm, decision, appeal));
        next(stayed(kpm, decision, appeal));
        assertThat(payments()).containsExactly("2026-T2 FORFEITED", "2026-T3 FORFEITED");
        assertThat(compensations()).isEmpty();
    }

    @Test
    void aFamilyThatComesBackIsNotPaidForTheTimeAway() {
        next(tookEffect(kpm, decision, "GRADUATE", "NONE", "2026-04-01"));
        tell(derived(kpm, "GRADUATED", "ACTIVE"), 2);
        Api.seal("2026-T2").statusCode(200);
        next(reinstated(kpm, UUID.randomUUID(), "2026-07-01"));
        tell(derived(kpm, "ACTIVE", "ACTIVE"), 3);

        assertThat(payments()).containsExactly("2026-T2 NOT_ELIGIBLE", "2026-T3 PAYABLE");
        assertThat(compensations()).isEmpty();
        Api.standing(kpm).body("reinstatements[0].effective_from", equalTo("2026-07-01"));
    }

    @Test
    void aFamilyThatComesBackAfterAnExitOfFormerTimesIsPaidFromItsReturnOn() {
        UUID former = UUID.randomUUID();
        tell(derived(former, "GRADUATED", "GRADUATED"), 1);
        calculate();
        assertThat(payments(former)).isEmpty();

        tell(reinstated(former, UUID.randomUUID(), "2026-07-01"), 1);
        tell(derived(former, "ACTIVE", "ACTIVE"), 2);
        calculate();
        assertThat(payments(former)).containsExactly("2026-T3 PAYABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRANSFER", "SUSPEND"})
    void anExitThatIsNotKnownIsParked(String exit) {
        UUID id = events.publish(exit(kpm, decision, exit, "CONFIRM"), 2);

        arrivals.awaitAppliedOrParked(List.of(id));
        assertThat(tables.lines("SELECT reason FROM parked_event"))
                .containsExactly("DECISION_NOT_UNDERSTOOD");
        assertThat(payments()).containsExactly("2026-T2 PAYABLE", "2026-T3 PAYABLE");
    }

    private void next(Event event) {
        sequence++;
        tell(event, sequence);
    }

    private void inOrder(boolean oneFirst, Event one, long oneNo, Event other, long otherNo) {
        if (oneFirst) {
            tell(one, oneNo);
        }
        tell(other, otherNo);
        if (!oneFirst) {
            tell(one, oneNo);
        }
    }

    private static void calculate() {
        Api.calculate("2026-T2").statusCode(200);
        Api.calculate("2026-T3").statusCode(200);
    }

    private List<String> payments() {
        return payments(kpm);
    }

    private List<String> payments(UUID family) {
        return tables.lines(
                "SELECT c.cycle_code || ' ' || p.status FROM payment p JOIN payment_cycle c USING (cycle_id)"
                        + " WHERE p.kpm_id = ? ORDER BY c.cycle_code, p.kind DESC",
                family);
    }

    private List<String> compensations() {
        return tables.lines(
                "SELECT amount_idr || ' ' || array_to_string(reasons, ',') FROM payment"
                        + " WHERE kpm_id = ? AND kind = 'COMPENSATING' ORDER BY created_at",
                kpm);
    }
}
