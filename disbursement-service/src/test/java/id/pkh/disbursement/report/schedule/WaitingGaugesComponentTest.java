package id.pkh.disbursement.report.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.Api;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.Camt053;
import id.pkh.disbursement.support.Pain002;
import id.pkh.testsupport.metrics.ExposedMetrics;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WaitingGaugesComponentTest extends BankComponentTest {

    @Inject WaitingGauges gauges;

    @Test
    void theAgeOfAReportThatWaitsIsShownUntilItIsDecided() {
        UUID kpm = familyAt("BRI");
        sentBatch();
        byte[] report =
                Pain002.answering("PKH-2026T2-BRI-001").line(paymentOf(kpm), "ACCC").bytes();
        gauges.measure();
        assertThat(reportAge()).isZero();

        var waiting =
                BankApi.report(Caller.officer("first"), "?bank=BRI", report)
                        .statusCode(202)
                        .extract();
        movedBack("bank_report", "received_at");
        gauges.measure();
        assertThat(reportAge()).isBetween(3_600.0, 3_700.0);

        BankApi.rejectReport(
                        Caller.officer("first"), waiting.path("report_id"), waiting.path("sha256"))
                .statusCode(200);
        gauges.measure();
        assertThat(reportAge()).isZero();
    }

    @Test
    void theAgeOfAProposedSealIsShownUntilItIsSealed() {
        familyAt("BRI");
        Api.openSecondQuarter();
        Api.calculate(CYCLE).statusCode(200);
        Api.proposeSeal(CYCLE).statusCode(200);
        movedBack("cycle_seal_proposal", "proposed_at");
        gauges.measure();
        assertThat(proposalAge()).isBetween(3_600.0, 3_700.0);

        Api.seal(CYCLE).statusCode(200);
        gauges.measure();
        assertThat(proposalAge()).isZero();
    }

    @Test
    void aGapInTheStatementsIsCounted() {
        familyAt("BRI");
        sentBatch();
        String funding = tables.text("SELECT funding_account FROM payment_batch");
        for (int number : new int[] {7, 9}) {
            gauges.measure();
            assertThat(gaps()).isZero();
            BankApi.report(
                            "BRI",
                            Camt053.of(funding).number(number).balances("5.00", "5.00").bytes())
                    .statusCode(201);
        }
        gauges.measure();
        assertThat(gaps()).isEqualTo(1);
    }

    private static double gaps() {
        return Double.parseDouble(ExposedMetrics.shown("bank_statements_missing "));
    }

    @Test
    void anAgeIsUnknownWhenTheDatabaseFails() {
        tables.execute("ALTER TABLE bank_report RENAME TO bank_report_away");
        try {
            assertThatThrownBy(() -> gauges.measure()).isInstanceOf(RuntimeException.class);
            assertThat(reportAge()).isNaN();
        } finally {
            tables.execute("ALTER TABLE bank_report_away RENAME TO bank_report");
        }
        gauges.measure();
        assertThat(reportAge()).isZero();
    }

    /** The triggers forbid this change, and so they are disabled meanwhile. */
    private void movedBack(String table, String column) {
        tables.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
        tables.execute("UPDATE %1$s SET %2$s = %2$s - interval '1 hour'".formatted(table, column));
        tables.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
    }

    private static double reportAge() {
        return Double.parseDouble(ExposedMetrics.shown("bank_report_waiting_age_seconds "));
    }

    private static double proposalAge() {
        return Double.parseDouble(ExposedMetrics.shown("seal_proposal_waiting_age_seconds "));
    }
}
