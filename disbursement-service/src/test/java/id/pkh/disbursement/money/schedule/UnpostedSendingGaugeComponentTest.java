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
class UnpostedSendingGaugeComponentTest extends BankComponentTest {

    @Inject UnpostedSendingGauge gauge;

    @Test
    void theGaugeShowsTheAgeOfASendingThatIsNotPosted() {
        familyAt("BRI");
        String batch = sentBatch();
        gauge.measure();
        assertThat(age()).isZero();

        tables.execute("ALTER TABLE payment_batch DISABLE TRIGGER USER");
        tables.execute(
                "UPDATE payment_batch SET sent_at = now() - interval '2000 seconds' WHERE batch_id = ?::uuid",
                batch);
        tables.execute("ALTER TABLE payment_batch ENABLE TRIGGER USER");
        tables.execute("UPDATE sending_run SET finished_at = NULL");
        gauge.measure();
        assertThat(age()).isBetween(2_000.0, 2_060.0);
    }

    @Test
    void theGaugeIsUnknownWhenTheDatabaseFails() {
        tables.execute("ALTER TABLE sending_run RENAME TO sending_run_away");
        try {
            assertThatThrownBy(() -> gauge.measure()).isInstanceOf(DatabaseFailure.class);
            assertThat(age()).isNaN();
        } finally {
            tables.execute("ALTER TABLE sending_run_away RENAME TO sending_run");
        }
        gauge.measure();
        assertThat(age()).isZero();
    }

    private static double age() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("payment_sending_oldest_unposted_age_seconds "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow();
    }
}
