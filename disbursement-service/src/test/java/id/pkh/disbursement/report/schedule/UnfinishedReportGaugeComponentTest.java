package id.pkh.disbursement.report.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.report.ReceiveReport;
import id.pkh.platform.persistence.DatabaseFailure;
import id.pkh.testsupport.metrics.ExposedMetrics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UnfinishedReportGaugeComponentTest extends BankComponentTest {

    @Inject UnfinishedReportGauge gauge;
    @Inject ReceiveReport receiveReport;

    @Test
    void aReportThatCannotBeAppliedIsReportedAndDoesNotStopOthers() {
        UUID kpm = familyAt("BRI");
        String batch = sentBatch();
        gauge.measure();
        assertThat(age()).isZero();
        staged(batch, 'a', 2_000, "[broken");
        staged(
                batch,
                'b',
                1_000,
                "[[1,null,\"%s\",\"ACCC\",null,null,null,null]]"
                        .formatted(paymentOf(kpm).replace("-", "")));

        gauge.measure();
        assertThat(age()).isBetween(2_000.0, 2_060.0);
        receiveReport.resume();

        assertThat(states()).containsExactly("CREDITED 1");
        assertThat(tables.lines("SELECT filename, status FROM bank_report ORDER BY 1"))
                .containsExactly("a STAGED", "b APPLIED");
        gauge.measure();
        assertThat(age()).isGreaterThanOrEqualTo(2_000);
    }

    @Test
    void theGaugeIsUnknownWhenTheDatabaseFails() {
        tables.execute("ALTER TABLE bank_report RENAME TO bank_report_away");
        try {
            assertThatThrownBy(() -> gauge.measure()).isInstanceOf(DatabaseFailure.class);
            assertThat(age()).isNaN();
        } finally {
            tables.execute("ALTER TABLE bank_report_away RENAME TO bank_report");
        }
        gauge.measure();
        assertThat(age()).isZero();
    }

    private void staged(String batch, char name, int secondsAgo, String content) {
        UUID report = UUID.randomUUID();
        tables.execute(
                "INSERT INTO bank_report (report_id, bank, sha256, bytes, filename, namespace, message_id, batch_id, status, lines,"
                        + " received_by, received_at) VALUES (?, 'BRI', ?, 1, ?, 'n', 'm', ?::uuid, 'STAGED', 1, 'x',"
                        + " now() - make_interval(secs => ?))",
                report,
                String.valueOf(name).repeat(64),
                String.valueOf(name),
                batch,
                secondsAgo);
        tables.execute(
                "INSERT INTO bank_report_chunk (report_id, first_line, lines, content) VALUES (?, 1, 1, ?)",
                report,
                content);
    }

    private static double age() {
        return Double.parseDouble(
                ExposedMetrics.shown("bank_report_oldest_unfinished_age_seconds "));
    }
}
