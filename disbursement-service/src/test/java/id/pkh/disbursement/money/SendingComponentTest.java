package id.pkh.disbursement.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.Pain002;
import id.pkh.disbursement.support.TreasuryApi;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.platform.security.Roles;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A batch whose instructions are marked as sent in two chunks of two. */
@QuarkusTest
class SendingComponentTest extends BankComponentTest {

    private static final String ACT = "act-of-the-sender";

    @Test
    void eachChunkIsSentWithItsEventsInATransactionOfItsOwn() {
        familiesAt("BRI", 4);
        sentInTwoChunks();

        assertThat(rawStates()).containsExactly("SENT 4");
        assertThat(jobs("batch-sending")).containsExactly("DONE 4 4");
        assertThat(
                        tables.lines(
                                "SELECT i.xmin = h.xmin AND o.xid::text = i.xmin::text AND h.source_id = 'sender-1',"
                                        + " count(DISTINCT i.xmin::text), count(*)"
                                        + " FROM payment_instruction i JOIN instruction_history h USING (instruction_id)"
                                        + " JOIN outbox o ON o.event_key = i.kpm_id::text AND o.event_type LIKE '%payment-sent%'"
                                        + " GROUP BY 1"))
                .containsExactly("t 2 4");
        for (UUID kpm : byLine()) {
            sentOnceByTheAct(kpm);
        }
    }

    @Test
    void aSendingThatStopsIsResumedAfterItsLastChunkAndNothingIsSentTwice() {
        familiesAt("BRI", 4);
        String batch = preparedBatch();
        List<UUID> families = byLine();
        whileTheOutboxRefuses(
                families.get(3),
                () -> {
                    approveAndSend(batch);
                    resumed(batch);
                });

        assertThat(states()).containsExactly("SENT 4");
        assertThat(rawStates()).containsExactly("PLANNED 1", "SENT 3");
        assertThat(jobs("batch-sending")).containsExactly("FAILED 3 3");
        assertThat(tables.number("SELECT count(*) FROM instruction_history")).isEqualTo(3);
        families.subList(0, 3).forEach(this::sentOnceByTheAct);
        assertThat(tables.publishedNames(families.get(3)))
                .containsExactly("entitlement-calculated");
        assertThat(versionOf(families.get(3))).isEqualTo(1);

        resumed(batch);

        assertThat(rawStates()).containsExactly("SENT 4");
        assertThat(tables.number("SELECT count(*) FROM instruction_history")).isEqualTo(4);
        families.forEach(this::sentOnceByTheAct);
        BankApi.money(CYCLE).body("balanced", equalTo(true));
    }

    @Test
    void aReportThatArrivesBeforeTheSendingIsPostedIsAppliedAfterIt() {
        familiesAt("BRI", 4);
        String batch = preparedBatch();
        List<UUID> families = byLine();
        byte[] report =
                Pain002.answering("PKH-2026T2-BRI-001")
                        .line(paymentOf(families.get(0)), "ACCC")
                        .line(paymentOf(families.get(3)), "ACCC")
                        .bytes();
        whileTheOutboxRefuses(
                families.get(3),
                () -> {
                    approveAndSend(batch);
                    BankApi.report(
                                    Caller.ofBank("BRI")
                                            .with(Causation.CORRELATION_HEADER, "report"),
                                    report)
                            .statusCode(202)
                            .body("status", equalTo("STAGED"));
                });
        assertThat(tables.lines("SELECT status, checkpoint FROM bank_report"))
                .containsExactly("STAGED 0");
        assertThat(rawStates()).containsExactly("PLANNED 1", "SENT 3");
        assertThat(jobs("bank-report")).containsExactly("WAITING null 0");
        String reportId = tables.lines("SELECT report_id FROM bank_report").get(0);
        Caller.as(Roles.OPERATIONS, "*")
                .get("/operations/jobs/" + reportId)
                .body("state", equalTo("WAITING"))
                .body("after_job", equalTo(batch));

        BankApi.report("BRI", report)
                .statusCode(200)
                .body("status", equalTo("APPLIED"))
                .body("outcomes.MATCHED", equalTo(2));

        assertThat(rawStates()).containsExactly("CREDITED 2", "SENT 2");
        for (UUID kpm : List.of(families.get(0), families.get(3))) {
            List<PublishedEvent> published = tables.published(kpm);
            assertThat(published)
                    .extracting(PublishedEvent::name)
                    .containsExactly("entitlement-calculated", "payment-sent", "payment-credited");
            assertThat(published).extracting(PublishedEvent::sequence).containsExactly(1L, 2L, 3L);
            assertThat(published.subList(1, 3))
                    .extracting(PublishedEvent::correlationId)
                    .containsExactly(ACT, "report");
        }
        sentOnceByTheAct(families.get(2));
    }

    private void sentInTwoChunks() {
        approveAndSend(preparedBatch());
    }

    private static void approveAndSend(String batch) {
        BankApi.approve(batch, BankApi.hashOf(batch), BankApi.CHECKER).statusCode(200);
        TreasuryApi.giveFor(batch);
        BankApi.send(
                        Caller.approver(BankApi.SENDER)
                                .withNewKey()
                                .with(Causation.CORRELATION_HEADER, ACT),
                        batch,
                        BankApi.hashOf(batch))
                .statusCode(200)
                .body("status", equalTo("SENT"));
    }

    private void whileTheOutboxRefuses(UUID kpm, Runnable action) {
        tables.execute(
                "ALTER TABLE outbox ADD CONSTRAINT refuses CHECK (event_key <> '%s') NOT VALID"
                        .formatted(kpm));
        try {
            action.run();
        } finally {
            tables.execute("ALTER TABLE outbox DROP CONSTRAINT refuses");
        }
    }

    private void sentOnceByTheAct(UUID kpm) {
        List<PublishedEvent> published = tables.published(kpm);
        assertThat(published)
                .extracting(PublishedEvent::name)
                .containsExactly("entitlement-calculated", "payment-sent");
        assertThat(published.get(1).correlationId()).isEqualTo(ACT);
        assertThat(published.get(1).causationId()).isNull();
        assertThat(published.get(1).sequence()).isEqualTo(2).isEqualTo(versionOf(kpm));
    }

    private long versionOf(UUID kpm) {
        return tables.number("SELECT version FROM payment_family WHERE kpm_id = ?", kpm);
    }

    private List<UUID> byLine() {
        return tables.lines("SELECT kpm_id FROM payment_instruction ORDER BY line_no").stream()
                .map(UUID::fromString)
                .toList();
    }

    private List<String> rawStates() {
        return tables.lines(
                "SELECT status, count(*) FROM payment_instruction GROUP BY status ORDER BY status");
    }
}
