package id.pkh.disbursement.money.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.platform.persistence.DatabaseFailure;
import id.pkh.testsupport.metrics.ExposedMetrics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReconciliationGaugeComponentTest extends BankComponentTest {

    @Inject ReconciliationGauge gauge;

    @Test
    void balancedMoneyHasNoDifference() {
        familyAt("BRI");
        sentBatch();
        gauge.measure();
        assertThat(difference()).isEqualTo("0.0");
    }

    @Test
    void rupiahOfTheSealWithoutAStatusAreReported() {
        familyAt("BRI");
        sealedCycle();
        theSealHas(AMOUNT_OF_SD + 1_000);
        gauge.measure();
        assertThat(difference()).isEqualTo("1000.0");
    }

    @Test
    void aBatchWhoseFiguresDoNotMatchIsReported() {
        familyAt("BRI");
        sentBatch();
        without(
                "payment_batch",
                () -> tables.execute("UPDATE payment_batch SET amount_idr = amount_idr - 300"));
        gauge.measure();
        assertThat(difference()).isEqualTo("300.0");
    }

    @Test
    void cyclesSealedLongAgoAreNotReconciled() {
        familyAt("BRI");
        sealedCycle();
        theSealHas(AMOUNT_OF_SD + 1_000);
        without(
                "cycle_seal",
                () ->
                        tables.execute(
                                "UPDATE cycle_seal SET sealed_at = now() - interval '121 days'"));
        gauge.measure();
        assertThat(difference()).isEqualTo("0.0");
    }

    @Test
    void theGaugeIsUnknownWhenTheDatabaseFails() {
        gauge.measure();
        tables.execute("ALTER TABLE cycle_seal RENAME TO cycle_seal_away");
        try {
            assertThatThrownBy(() -> gauge.measure()).isInstanceOf(DatabaseFailure.class);
            assertThat(difference()).isEqualTo("NaN");
        } finally {
            tables.execute("ALTER TABLE cycle_seal_away RENAME TO cycle_seal");
        }
        gauge.measure();
        assertThat(difference()).isEqualTo("0.0");
    }

    private void theSealHas(long idr) {
        without(
                "cycle_seal",
                () -> tables.execute("UPDATE cycle_seal SET payable_idr = %d".formatted(idr)));
    }

    /** Disables the triggers, which prevent this change. */
    private void without(String table, Runnable change) {
        tables.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
        try {
            change.run();
        } finally {
            tables.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
        }
    }

    private static String difference() {
        return ExposedMetrics.shown("payments_reconciliation_diff ");
    }
}
