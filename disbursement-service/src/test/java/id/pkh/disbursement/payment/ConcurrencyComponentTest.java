package id.pkh.disbursement.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.disbursement.DisbursementComponentTest;
import id.pkh.disbursement.intake.ReceivedFact;
import id.pkh.disbursement.intake.RecordSanctionFacts;
import id.pkh.disbursement.sanction.SanctionFact;
import id.pkh.disbursement.sanction.SanctionFact.DecisionLifted;
import id.pkh.disbursement.sanction.SanctionFact.DecisionTaken;
import id.pkh.disbursement.sanction.domain.Effect;
import id.pkh.disbursement.sanction.domain.LiftReason;
import id.pkh.disbursement.support.Api;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.platform.messaging.trace.Causation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Facts arrive while cycles are calculated and one of them is sealed. */
@QuarkusTest
class ConcurrencyComponentTest extends DisbursementComponentTest {

    private static final int FAMILIES = 40;
    private static final int TELLERS = 3;
    private static final int BATCHES_EACH = 40;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @Inject RecordSanctionFacts recordFacts;

    @Test
    void sealedPaymentsMatchTheListAndPlannedPaymentsMatchTheFacts() throws Exception {
        List<UUID> families = new ArrayList<>();
        List<UUID> told = new ArrayList<>();
        for (int i = 0; i < FAMILIES; i++) {
            UUID kpm = UUID.randomUUID();
            families.add(kpm);
            told.add(events.publish(FactEvents.family(kpm, "SD"), 1));
        }
        told.forEach(arrivals::awaitApplied);
        Api.openSecondQuarter();
        Api.open("2026-T3", "2026-07-01", "2026-09-30", "BANK").statusCode(201);
        Api.calculate("2026-T2").statusCode(200);
        CountDownLatch half = new CountDownLatch(TELLERS * BATCHES_EACH / 2);
        ExecutorService tellers = Executors.newFixedThreadPool(TELLERS);

        List<Future<?>> telling = new ArrayList<>();
        for (int i = 0; i < TELLERS; i++) {
            Random random = new Random(i);
            telling.add(tellers.submit(() -> tellBatches(families, random, half)));
        }
        Api.calculate("2026-T3").statusCode(200);
        assertThat(half.await(120, TimeUnit.SECONDS)).isTrue();
        sealAmidChanges();
        Api.calculate("2026-T3").statusCode(200);
        for (Future<?> teller : telling) {
            teller.get(120, TimeUnit.SECONDS);
        }
        tellers.shutdown();

        assertThat(
                        tables.lines(
                                "SELECT payable_payments, payable_idr, held_payments, held_idr FROM cycle_seal"))
                .isEqualTo(
                        tables.lines(
                                "SELECT count(*) FILTER (WHERE p.status = 'PAYABLE'), coalesce(sum(amount_idr) FILTER (WHERE p.status = 'PAYABLE'), 0),"
                                        + " count(*) FILTER (WHERE p.status = 'HELD'), coalesce(sum(amount_idr) FILTER (WHERE p.status = 'HELD'), 0)"
                                        + " FROM payment p JOIN payment_cycle USING (cycle_id) WHERE cycle_code = '2026-T2' AND kind = 'REGULAR'"));
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM payment held WHERE kind = 'REGULAR' AND status = 'HELD'"
                                        + " AND cycle_id = (SELECT cycle_id FROM payment_cycle WHERE cycle_code = '2026-T2')"
                                        + " AND NOT EXISTS (SELECT 1 FROM sanction_decision d WHERE d.decision_id = ANY (held.blocked_by) AND d.lifted_sequence IS NULL)"
                                        + " AND NOT EXISTS (SELECT 1 FROM payment c WHERE c.compensates = held.payment_id)"))
                .as("held on the sealed list although nothing stands any more")
                .isZero();
        Api.calculate("2026-T3")
                .statusCode(200)
                .body("calculation.payments_changed", equalTo(0))
                .body("calculation.families_done", equalTo(FAMILIES));
        for (UUID kpm : families) {
            assertThat(tables.published(kpm))
                    .extracting(e -> e.sequence())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    /** Facts may change the list between the proposal and the seal; then it is proposed again. */
    private static void sealAmidChanges() {
        await().atMost(Duration.ofSeconds(120))
                .until(() -> Api.seal("2026-T2").extract().statusCode() == 200);
    }

    private void tellBatches(List<UUID> families, Random random, CountDownLatch half) {
        for (int i = 0; i < BATCHES_EACH; i++) {
            List<ReceivedFact<SanctionFact>> facts = new ArrayList<>();
            for (int n = random.nextInt(6); n >= 0; n--) {
                SanctionFact fact = fact(families.get(random.nextInt(families.size())), random);
                facts.add(new ReceivedFact<>(fact, trigger()));
            }
            QuarkusTransaction.requiringNew().run(() -> recordFacts.handle(facts));
            half.countDown();
        }
    }

    private static Trigger trigger() {
        return new Trigger("TEST", UUID.randomUUID().toString(), Causation.root());
    }

    /** Takes or lifts one of four decisions on the family. */
    private static SanctionFact fact(UUID kpm, Random random) {
        int number = random.nextInt(4);
        UUID decision = new UUID(kpm.getMostSignificantBits(), number);
        LocalDate day = LocalDate.parse("2026-03-01");
        if (random.nextInt(3) == 0) {
            return new DecisionLifted(
                    decision,
                    kpm,
                    FactEvents.VILLAGE,
                    LiftReason.OFFICER,
                    "officer-1",
                    day,
                    START.plusSeconds(100L + number),
                    100L + number);
        }
        return new DecisionTaken(
                decision,
                kpm,
                FactEvents.VILLAGE,
                decision,
                "SUSPENSION",
                "SUSPEND",
                Effect.HOLD,
                "2026-03",
                "P2K2_ABSENCE",
                day,
                false,
                null,
                "officer-1",
                day,
                START.plusSeconds(number),
                10L + number);
    }
}
