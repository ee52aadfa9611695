package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.Pain002;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The events of a report, applied in chunks of two lines. */
@QuarkusTest
class ReportEventsComponentTest extends BankComponentTest {

    private static final String MESSAGE = "PKH-2026T2-BRI-001";
    private static final String ANSWERS_IN_HISTORY =
            "SELECT count(*) FROM instruction_history WHERE source = 'BANK_REPORT'";
    private static final String VERSION = "SELECT version FROM payment_family WHERE kpm_id = ?";

    @Test
    void aChunkIsRolledBackIfTheOutboxFailsInTheMiddleOfIt() {
        List<UUID> families = familiesAt("BRI", 4);
        sentBatch();
        byte[] report =
                Pain002.answering(MESSAGE)
                        .line(paymentOf(families.get(0)), "ACCC")
                        .line(paymentOf(families.get(1)), "RJCT", "AC04")
                        .line(paymentOf(families.get(2)), "ACCC")
                        .line(paymentOf(families.get(3)), "RJCT", "AC01")
                        .amount(paymentOf(families.get(3)), "ACCC", "1.00", "IDR")
                        .bytes();
        tables.execute(
                ("ALTER TABLE outbox ADD CONSTRAINT refuses CHECK"
                                + " (event_key <> '%s' OR event_type NOT LIKE '%%payment-rejected%%') NOT VALID")
                        .formatted(families.get(3)));
        try {
            BankApi.report("BRI", report).statusCode(202).body("status", equalTo("STAGED"));
            resumed(job());
        } finally {
            tables.execute("ALTER TABLE outbox DROP CONSTRAINT refuses");
        }

        assertThat(states()).containsExactly("CREDITED 1", "REJECTED 1", "SENT 2");
        assertThat(tables.lines("SELECT status, checkpoint FROM bank_report"))
                .containsExactly("STAGED 2");
        assertThat(tables.lines("SELECT line_no FROM bank_report_line ORDER BY 1"))
                .containsExactly("1", "2");
        assertThat(tables.lines("SELECT first_line FROM bank_report_chunk ORDER BY 1"))
                .containsExactly("3", "5");
        assertThat(tables.lines(ANSWERS_IN_HISTORY)).containsExactly("2");
        assertThat(tables.lines("SELECT exception_class, kpm_id FROM bank_exception"))
                .containsExactly("CORRECTION_PENDING " + families.get(1));
        for (UUID kpm : families.subList(2, 4)) {
            assertThat(tables.publishedNames(kpm)).endsWith("payment-sent");
            assertThat(tables.number(VERSION, kpm)).isEqualTo(2);
        }

        resumed(job());

        assertThat(states()).containsExactly("CREDITED 2", "REJECTED 2");
        assertThat(tables.lines("SELECT status, checkpoint FROM bank_report"))
                .containsExactly("APPLIED 5");
        assertThat(tables.lines(ANSWERS_IN_HISTORY)).containsExactly("4");
        assertThat(tables.lines("SELECT exception_class FROM bank_exception"))
                .containsExactlyInAnyOrder(
                        "AMOUNT_MISMATCH", "CORRECTION_PENDING", "CORRECTION_PENDING");
        for (UUID kpm : families) {
            assertThat(tables.published(kpm))
                    .extracting(PublishedEvent::sequence)
                    .containsExactly(1L, 2L, 3L);
            assertThat(tables.number(VERSION, kpm)).isEqualTo(3);
        }
        assertThat(tables.publishedNames(families.get(3))).endsWith("payment-rejected");
    }

    @Test
    void theEventsOfAReportNameTheRequestThatBroughtIt() {
        List<UUID> families = familiesAt("BRI", 4);
        sentBatch();
        Pain002 report = Pain002.answering(MESSAGE);
        families.subList(0, 3).forEach(kpm -> report.line(paymentOf(kpm), "ACCC"));
        BankApi.report(
                        Caller.ofBank("BRI").with(Causation.CORRELATION_HEADER, "report-7"),
                        report.bytes())
                .statusCode(201);
        Caller.officer()
                .with(Causation.CORRELATION_HEADER, "overdue-7")
                .post("/bank-reports/overdue")
                .statusCode(200)
                .body("marked_unknown", equalTo(1));

        for (UUID kpm : families.subList(0, 3)) {
            lastEvent(kpm, "payment-credited", "report-7");
        }
        lastEvent(families.get(3), "payment-outcome-unknown", "overdue-7");
    }

    @Test
    void theEventsOfAResumedReportNameTheRequestThatBroughtIt() {
        List<UUID> families = familiesAt("BRI", 3);
        sentBatch();
        Pain002 report = Pain002.answering(MESSAGE);
        families.forEach(kpm -> report.line(paymentOf(kpm), "ACCC"));
        tables.execute(
                "ALTER TABLE bank_report_line ADD CONSTRAINT refuses CHECK (false) NOT VALID");
        try {
            BankApi.report(
                            Caller.ofBank("BRI").with(Causation.CORRELATION_HEADER, "report-8"),
                            report.bytes())
                    .statusCode(202);
        } finally {
            tables.execute("ALTER TABLE bank_report_line DROP CONSTRAINT refuses");
        }

        resumed(job());

        families.forEach(kpm -> lastEvent(kpm, "payment-credited", "report-8"));
    }

    @Test
    void aReportThatCannotBeAppliedDoesNotStopOthers() {
        List<UUID> families = familiesAt("BRI", 2);
        sentBatch();
        tables.execute(
                "ALTER TABLE bank_report_line ADD CONSTRAINT refuses CHECK (status_code <> 'ACSP') NOT VALID");
        try {
            BankApi.report("BRI", answered(families.get(0), "ACSP")).statusCode(202);
            BankApi.report("BRI", answered(families.get(1), "ACCC")).statusCode(201);
        } finally {
            tables.execute("ALTER TABLE bank_report_line DROP CONSTRAINT refuses");
        }

        assertThat(states()).containsExactly("CREDITED 1", "SENT 1");
        assertThat(tables.lines("SELECT status FROM bank_report ORDER BY 1"))
                .containsExactly("APPLIED", "STAGED");
        assertThat(jobs("bank-report")).containsExactly("DONE 1 1", "FAILED null 0");
    }

    private byte[] answered(UUID kpm, String status) {
        return Pain002.answering(MESSAGE).line(paymentOf(kpm), status).bytes();
    }

    /** The job of the only report. */
    private String job() {
        return tables.lines("SELECT job_id FROM job WHERE kind = 'bank-report'").get(0);
    }

    private void lastEvent(UUID kpm, String name, String correlationId) {
        PublishedEvent last = tables.published(kpm).get(2);
        assertThat(last.name()).isEqualTo(name);
        assertThat(last.correlationId()).isEqualTo(correlationId);
        assertThat(last.causationId()).isNull();
    }
}
