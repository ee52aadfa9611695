package id.pkh.disbursement.quarantine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.BankSigner;
import id.pkh.disbursement.support.Pain002;
import id.pkh.testsupport.metrics.ExposedMetrics;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QuarantineGaugeComponentTest extends BankComponentTest {

    @Inject QuarantineGauge gauge;

    @Test
    void aFileInQuarantineCountsUntilTwoPeopleHaveSettledIt() {
        BankSigner.called("Bank BRI").trustedFor("BRI");
        byte[] report = Pain002.answering("PKH-2026T2-BRI-001").group("ACCP", null).bytes();
        assertThat(counted()).isEqualTo(0);

        BankSigner.report(Caller.ofBank("BRI"), "", report, null).statusCode(422);
        assertThat(counted()).isEqualTo(1);

        String exception =
                BankApi.exceptions("?class=SIGNATURE_NOT_VALID")
                        .extract()
                        .path("items[0].exception_id");
        BankApi.resolve(exception, "first", "{\"reason\":\"the bank sends it again\"}")
                .statusCode(200);
        assertThat(counted()).isEqualTo(1);
        BankApi.confirm(exception, "second").statusCode(200);
        assertThat(counted()).isEqualTo(0);
    }

    private double counted() {
        gauge.measure();
        return Double.parseDouble(ExposedMetrics.shown("bank_files_quarantined "));
    }
}
