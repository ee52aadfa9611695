package id.pkh.disbursement.money.schedule;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.platform.persistence.DatabaseFailure;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReconciliationGaugeComponentTest extends BankComponentTest {

    @Inject ReconciliationGauge watch;

    @Test
    void moneyThatAddsUpShowsNoDifference() {
        familyAt("BRI");
        sentBatch();
        watch.look();
        assertThat(difference()).isEqualTo("0.0");
    }

    @Test
    void rupiahOfTheSealThatAreInNoStateShow() {
        familyAt("BRI");
        sealedCycle();
        sealSays(AMOUNT_OF_SD + 1_000);
        watch.look();
        assertThat(difference()).isEqualTo("1000.0");
    }

    @Test
    void aBatchThatDoesNotAddUpShows() {
        familyAt("BRI");
        sentBatch();
        without(
                "payment_batch",
                () -> tables.execute("UPDATE payment_batch SET amount_idr = amount_idr - 300"));
        watch.look();
        assertThat(difference()).isEqualTo("300.0");
    }

    @Test
    void cyclesSealedLongAgoAreNotLookedAt() {
        familyAt("BRI");
        sealedCycle();
        sealSays(AMOUNT_OF_SD + 1_000);
        without(
                "cycle_seal",
                () ->
                        tables.execute(
                                "UPDATE cycle_seal SET sealed_at = now() - interval '121 days'"));
        watch.look();
        assertThat(difference()).isEqualTo("0.0");
    }

    @Test
    void whatCannotBeReadIsNotKnown() {
        watch.look();
        tables.execute("ALTER TABLE cycle_seal RENAME TO cycle_seal_away");
        try {
            assertThatThrownBy(() -> watch.look()).isInstanceOf(DatabaseFailure.class);
            assertThat(difference()).isEqualTo("NaN");
        } finally {
            tables.execute("ALTER TABLE cycle_seal_away RENAME TO cycle_seal");
        }
        watch.look();
        assertThat(difference()).isEqualTo("0.0");
    }

    private void sealSays(long idr) {
        without(
                "cycle_seal",
                () -> tables.execute("UPDATE cycle_seal SET payable_idr = %d".formatted(idr)));
    }

    /** The triggers keep anybody from doing this. */
    private void without(String table, Runnable change) {
        tables.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
        try {
            change.run();
        } finally {
            tables.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
        }
    }

    private static String difference() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("payments_reconciliation_diff "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
    }
}
