package id.pkh.disbursement.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.pkh.disbursement.DisbursementComponentTest;
import id.pkh.disbursement.support.Api;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A chunk is ten families here. */
@QuarkusTest
class CalculationComponentTest extends DisbursementComponentTest {

    private static final int FAMILIES = 47;

    @Test
    void calculatesEveryFamilyOnce() {
        List<UUID> families = someFamilies(FAMILIES);
        Api.openSecondQuarter();

        Api.calculate("2026-T2")
                .statusCode(200)
                .body("status", equalTo("CALCULATED"))
                .body("calculation.status", equalTo("DONE"))
                .body("calculation.families_total", equalTo(FAMILIES))
                .body("calculation.families_done", equalTo(FAMILIES))
                .body("calculation.payments_changed", equalTo(FAMILIES));

        Api.summary("2026-T2")
                .body("payable_payments", equalTo(FAMILIES))
                .body("payable_idr", equalTo(FAMILIES * 600_000));
        assertThat(families)
                .allSatisfy(
                        kpm ->
                                assertThat(tables.published(kpm))
                                        .singleElement()
                                        .satisfies(
                                                event -> {
                                                    assertThat(event.name())
                                                            .isEqualTo("entitlement-calculated");
                                                    assertThat(event.sequence()).isEqualTo(1);
                                                    assertThat(event.payload().toString())
                                                            .contains("\"amount_idr\":600000");
                                                }));
        assertThat(tables.number("SELECT count(DISTINCT xmin::text) FROM payment"))
                .as("transactions")
                .isEqualTo(5);
        assertThat(tables.number("SELECT count(*) FROM payment_history")).isEqualTo(FAMILIES);
    }

    @Test
    void aRepeatedCalculationChangesAndPublishesNothing() {
        someFamilies(12);
        Api.openSecondQuarter();
        Api.calculate("2026-T2").statusCode(200);
        long events = tables.number("SELECT count(*) FROM outbox");

        Api.calculate("2026-T2")
                .statusCode(200)
                .body("calculation.families_done", equalTo(12))
                .body("calculation.payments_changed", equalTo(0));

        assertThat(tables.number("SELECT count(*) FROM outbox")).isEqualTo(events);
        assertThat(tables.number("SELECT count(*) FROM payment_history")).isEqualTo(12);
    }

    @Test
    void aCalculationThatFailsInTheMiddleIsResumedWhereItStopped() {
        List<UUID> families = someFamilies(FAMILIES);
        UUID broken = families.stream().sorted(byText()).toList().get(25);
        Api.openSecondQuarter();
        breakAt(broken);

        Api.calculate("2026-T2").statusCode(500).body("code", equalTo("CALCULATION_FAILED"));

        String run =
                Caller.officer()
                        .get("/cycles/2026-T2")
                        .body("status", equalTo("CALCULATING"))
                        .body("calculation.status", equalTo("INTERRUPTED"))
                        .body("calculation.families_done", equalTo(25))
                        .extract()
                        .path("calculation.run_id");
        assertThat(tables.number("SELECT count(*) FROM payment")).isEqualTo(25);
        Api.seal("2026-T2").statusCode(409).body("code", equalTo("CYCLE_NOT_CALCULATED"));

        mend();
        Api.calculate("2026-T2")
                .statusCode(200)
                .body("calculation.run_id", equalTo(run))
                .body("calculation.families_done", equalTo(FAMILIES))
                .body("status", equalTo("CALCULATED"));
        assertThat(tables.number("SELECT count(*) FROM payment")).isEqualTo(FAMILIES);
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM outbox WHERE event_type LIKE '%entitlement%'"))
                .isEqualTo(FAMILIES);
    }

    @Test
    void factsThatArriveWhileACalculationIsInterruptedAreNotLost() {
        List<UUID> families = someFamilies(FAMILIES).stream().sorted(byText()).toList();
        Api.openSecondQuarter();
        breakAt(families.get(25));
        Api.calculate("2026-T2").statusCode(500);

        tell(FactEvents.decision(families.get(3), UUID.randomUUID(), "HOLD"), 1);
        tell(FactEvents.decision(families.get(40), UUID.randomUUID(), "HOLD"), 1);
        mend();
        Api.calculate("2026-T2").statusCode(200);

        Api.summary("2026-T2")
                .body("held_payments", equalTo(2))
                .body("payable_payments", equalTo(FAMILIES - 2));
    }

    @Test
    void aRunWhoseLeaseExpiredIsTakenOver() {
        someFamilies(23);
        Api.openSecondQuarter();
        Api.calculate("2026-T2").statusCode(200);
        tables.execute("UPDATE payment_cycle SET status = 'CALCULATING'");
        tables.execute(
                "UPDATE job SET status = 'RUNNING', owner = 'gone', finished_at = NULL, items_done = 20,"
                        + " checkpoint = (SELECT kpm_id FROM kpm ORDER BY kpm_id OFFSET 19 LIMIT 1),"
                        + " leased_until = now() - interval '1 second'");

        Api.calculate("2026-T2")
                .statusCode(200)
                .body("calculation.families_done", equalTo(23))
                .body("status", equalTo("CALCULATED"));
    }

    @Test
    void aRunThatAnotherInstanceExecutesIsNotTakenOver() {
        someFamilies(3);
        Api.openSecondQuarter();
        Api.calculate("2026-T2").statusCode(200);
        tables.execute("UPDATE payment_cycle SET status = 'CALCULATING'");
        tables.execute(
                "UPDATE job SET status = 'RUNNING', owner = 'another', finished_at = NULL, items_done = 1,"
                        + " leased_until = now() + interval '1 hour'");

        Api.calculate("2026-T2")
                .statusCode(202)
                .header("Location", "/api/v1/cycles/2026-T2")
                .header("Retry-After", "5")
                .body("status", equalTo("CALCULATING"))
                .body("calculation.status", equalTo("RUNNING"))
                .body("calculation.families_done", equalTo(1));
    }

    @Test
    void aCalculationThatAnOperatorStoppedIsResumedByOperatorsOnly() {
        someFamilies(3);
        Api.openSecondQuarter();
        Api.calculate("2026-T2").statusCode(200);
        tables.execute("UPDATE payment_cycle SET status = 'CALCULATING'");
        tables.execute(
                "UPDATE job SET status = 'STOPPED', stopped_by = 'operator', finished_at = NULL");

        Api.calculate("2026-T2").statusCode(409).body("code", equalTo("CALCULATION_STOPPED"));

        Caller.officer()
                .get("/cycles/2026-T2")
                .body("status", equalTo("CALCULATING"))
                .body("calculation.status", equalTo("INTERRUPTED"));
    }

    @Test
    void newFactsOfTheRegistryRecomputeThePayments() {
        UUID kpm = knownFamily("SD");
        Api.openSecondQuarter();
        Api.calculate("2026-T2").statusCode(200);

        tell(FactEvents.family(kpm, "SD", "SMA"), 2);

        Api.payments("2026-T2", "?kpm=" + kpm)
                .body("items[0].amount_idr", equalTo(725_000))
                .body("items[0].components.component", contains("SMA", "SD"));
        assertThat(tables.published(kpm).get(1).payload().toString())
                .contains("\"amount_idr\":725000");
        assertThat(tables.published(kpm).get(1).causationId()).isNotNull();

        UUID late = knownFamily("SMP");
        Api.payments("2026-T2", "?kpm=" + late).body("items[0].amount_idr", equalTo(375_000));
    }

    @Test
    void anOlderStateThatArrivesLateChangesNothing() {
        UUID kpm = UUID.randomUUID();
        Api.openSecondQuarter();
        tell(FactEvents.family(kpm, "SD", "SMA"), 5);
        Api.calculate("2026-T2").statusCode(200);

        tell(FactEvents.family(kpm, "SD"), 4);

        Api.payments("2026-T2", "?kpm=" + kpm).body("items[0].amount_idr", equalTo(725_000));
        assertThat(tables.published(kpm)).hasSize(1);
    }

    @Test
    void familiesWithoutAPaymentHaveALineWithTheReason() {
        UUID noComponent = knownFamily();
        UUID unknownComponent = knownFamily("SOMETHING_NEW");
        UUID late = UUID.randomUUID();
        tell(
                FactEvents.familyIn(
                        late,
                        "ACTIVE",
                        FactEvents.VILLAGE,
                        "BRI",
                        true,
                        List.of(
                                FactEvents.member(
                                        UUID.randomUUID(), "SD", LocalDate.parse("2026-04-02")))),
                1);
        UUID candidate = UUID.randomUUID();
        tell(FactEvents.familyIn(candidate, "CANDIDATE", FactEvents.VILLAGE, "BRI", "SD"), 1);
        Api.openSecondQuarter();

        Api.calculate("2026-T2").statusCode(200);

        Api.payments("2026-T2", "").body("items", empty());
        Api.payments("2026-T2", "?status=NOT_ELIGIBLE").body("items", hasSize(3));
        Api.payments("2026-T2", "?status=NOT_ELIGIBLE&kpm=" + noComponent)
                .body("items[0].reasons", contains("NO_COMPONENT"))
                .body("items[0].amount_idr", equalTo(0));
        Api.payments("2026-T2", "?status=NOT_ELIGIBLE&kpm=" + unknownComponent)
                .body("items[0].reasons", contains("NO_RATE"));
        Api.payments("2026-T2", "?status=NOT_ELIGIBLE&kpm=" + late)
                .body("items[0].unpaid.reason", contains("BEGINS_WITHIN_CYCLE"));
        Api.summary("2026-T2").body("not_eligible_families", equalTo(3));
        assertThat(tables.number("SELECT count(*) FROM payment")).isZero();
    }

    @Test
    void aFamilyThatGraduatesIsNotPaidAndOneThatComesBackIs() {
        UUID kpm = knownFamily("SD");
        Api.openSecondQuarter();
        Api.calculate("2026-T2").statusCode(200);

        tell(FactEvents.familyIn(kpm, "GRADUATED", FactEvents.VILLAGE, "BRI", "SD"), 2);

        Api.payments("2026-T2", "?kpm=" + kpm).body("items", empty());
        Api.payments("2026-T2", "?status=NOT_ELIGIBLE&kpm=" + kpm)
                .body("items[0].reasons", contains("NOT_ACTIVE"));
        assertThat(tables.published(kpm).get(1).payload().toString())
                .contains("\"amount_idr\":0", "\"status\":\"NOT_ELIGIBLE\"");

        tell(FactEvents.familyIn(kpm, "ACTIVE", FactEvents.VILLAGE, "BRI", "SD"), 3);

        Api.payments("2026-T2", "?kpm=" + kpm).body("items[0].status", equalTo("PAYABLE"));
        Api.payments("2026-T2", "?status=NOT_ELIGIBLE").body("items", empty());
        assertThat(tables.lines("SELECT old_status, new_status FROM payment_history ORDER BY 1, 2"))
                .containsExactlyInAnyOrder(
                        "null PAYABLE", "PAYABLE NOT_ELIGIBLE", "NOT_ELIGIBLE PAYABLE");
    }

    @Test
    void aTerminatedFamilyIsPaidUntilItsTerminationBegins() {
        UUID now = knownFamily("SD");
        UUID later = knownFamily("SD");
        Api.openSecondQuarter();
        tell(FactEvents.termination(now, UUID.randomUUID(), LocalDate.parse("2026-06-30")), 1);
        tell(FactEvents.termination(later, UUID.randomUUID(), LocalDate.parse("2026-07-01")), 1);
        tell(FactEvents.familyIn(now, "TERMINATED", FactEvents.VILLAGE, "BRI", "SD"), 2);
        tell(FactEvents.familyIn(later, "TERMINATED", FactEvents.VILLAGE, "BRI", "SD"), 2);

        Api.calculate("2026-T2").statusCode(200);

        Api.payments("2026-T2", "").body("items.kpm_id", contains(later.toString()));
        Api.payments("2026-T2", "?status=NOT_ELIGIBLE")
                .body("items.kpm_id", contains(now.toString()))
                .body("items[0].reasons", contains("TERMINATION_DECIDED"));
    }

    @Test
    void aFamilyWithoutAnAccountIsPayableAndTheListSaysSo() {
        UUID kpm = UUID.randomUUID();
        tell(FactEvents.familyIn(kpm, "ACTIVE", FactEvents.VILLAGE, null, "SD"), 1);
        Api.openSecondQuarter();

        Api.calculate("2026-T2").statusCode(200);

        Api.payments("2026-T2", "?kpm=" + kpm)
                .body("items[0].status", equalTo("PAYABLE"))
                .body("items[0].reasons", contains("ACCOUNT_MISSING"));
    }

    private List<UUID> someFamilies(int count) {
        List<UUID> families = new ArrayList<>();
        List<UUID> eventIds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID kpm = UUID.randomUUID();
            families.add(kpm);
            eventIds.add(events.publish(FactEvents.family(kpm, "SMP", "SD"), 1));
        }
        eventIds.forEach(arrivals::awaitApplied);
        return families;
    }

    private static Comparator<UUID> byText() {
        return Comparator.comparing(UUID::toString);
    }

    private void breakAt(UUID kpm) {
        tables.execute(
                "CREATE OR REPLACE FUNCTION break_for_test() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN IF NEW.kpm_id = ''"
                        + kpm
                        + "'' THEN RAISE EXCEPTION ''broken for a test''; END IF; RETURN NEW; END'");
        tables.execute(
                "CREATE OR REPLACE TRIGGER break_for_test BEFORE INSERT ON payment FOR EACH ROW EXECUTE FUNCTION break_for_test()");
    }

    @AfterEach
    void mend() {
        tables.execute("DROP TRIGGER IF EXISTS break_for_test ON payment");
    }
}
