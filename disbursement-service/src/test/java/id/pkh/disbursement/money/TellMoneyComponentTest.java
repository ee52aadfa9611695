package id.pkh.disbursement.money;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.money.schedule.MoneyTeller;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.Pain002;
import id.pkh.disbursement.support.Tables.Published;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What has moved is told once, in its order, whatever stops in between. */
@QuarkusTest
class TellMoneyComponentTest extends BankComponentTest {

    private static final String MESSAGE = "PKH-2026T2-BRI-001";
    private static final int PAGES_OF_A_TELLING = 5;

    @Inject TellMoney tellMoney;
    @Inject MoneyTeller teller;
    @Inject Batches batches;
    @Inject InstructionPages pages;

    @Test
    void whatCouldNotBeToldIsToldAtTheNextLookAndOnce() {
        List<UUID> families = familiesAt("BRI", 3);
        sentBatch();
        tables.awaitToldMoney();
        tables.execute("ALTER TABLE outbox ADD CONSTRAINT away CHECK (false) NOT VALID");
        try {
            Pain002 report = Pain002.answering(MESSAGE);
            families.forEach(kpm -> report.line(paymentOf(kpm), "ACCC"));
            BankApi.report("BRI", report.bytes()).statusCode(201);

            teller.lookAgain();
            assertThat(states()).containsExactly("CREDITED 3");
            assertThat(tables.rows("SELECT count(*) > 0 FROM money_news")).containsExactly("t");
        } finally {
            tables.execute("ALTER TABLE outbox DROP CONSTRAINT away");
        }

        teller.lookAgain();

        for (UUID kpm : families) {
            List<Published> told = tables.published(kpm);
            assertThat(told.stream().map(Published::name))
                    .containsExactly("entitlement-calculated", "payment-sent", "payment-credited");
            assertThat(told.stream().map(Published::sequence)).containsExactly(1L, 2L, 3L);
        }
        assertThat(tellMoney.handle()).isFalse();
    }

    @Test
    void oneTellsAtATime() throws Exception {
        UUID kpm = familyAt("BRI");
        try (Connection other = tables.connection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("SELECT pg_advisory_xact_lock(" + 0x504b48_6e657773L + ")");
            sentBatch();

            assertThat(tellMoney.handle()).isFalse();
            assertThat(tables.rows("SELECT count(*) FROM money_news")).containsExactly("1");
            other.rollback();
        }
        teller.lookAgain();
        assertThat(tables.publishedNames(kpm))
                .containsExactly("entitlement-calculated", "payment-sent");
    }

    @Test
    void theEventsBelongToTheActThatMovedTheMoneyAndToItsTime() {
        UUID kpm = familyAt("BRI");
        String batch = preparedBatch();
        BankApi.approve(batch, BankApi.hashOf(batch), BankApi.CHECKER).statusCode(200);
        BankApi.send(batch, BankApi.SENDER).statusCode(200);
        BankApi.report(
                        "BRI",
                        Pain002.answering(MESSAGE).line(paymentOf(kpm), "RJCT", "AC04").bytes())
                .statusCode(201);

        List<Published> told = tables.published(kpm);
        assertThat(told.stream().map(Published::name))
                .containsExactly("entitlement-calculated", "payment-sent", "payment-rejected");
        assertThat(told.get(1).correlationId()).isNotEqualTo(told.get(2).correlationId());
        String movedAt =
                tables.rows(
                                "SELECT to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS') FROM instruction_move WHERE move_no = 2")
                        .get(0);
        assertThat(told.get(2).payload()).contains(movedAt);
    }

    /** Its hash is that of one instruction. */
    private void sentPastTheHash(UUID batch, int instructions) {
        Instant now = Instant.now();
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            String hash = batches.byId(batch).orElseThrow().figures().listSha256();
                            batches.approve(batch, hash, "checker", now);
                            batches.send(batch, "sender", now);
                            pages.begin(
                                    batch, instructions, new Cause(Cause.SENDING, "sender", now));
                        });
    }

    /** More pages than one telling takes, and chunks that go on at once. */
    @Test
    void aBatchOfManyPagesIsToldWhole() {
        int instructions = (PAGES_OF_A_TELLING + 1) * 1_000 + 7;
        familyAt("BRI");
        String batch = preparedBatch();
        tables.manyMoreLike(batch, instructions);
        sentPastTheHash(UUID.fromString(batch), instructions);
        List<String> payments =
                tables.rows("SELECT payment_id FROM payment_instruction ORDER BY line_no");
        assertThat(payments).hasSize(instructions);
        Pain002 report = Pain002.answering(MESSAGE);
        IntStream.range(0, instructions)
                .filter(i -> i % 1_000 < 2 || i % 1_000 == 999)
                .forEach(
                        i ->
                                report.line(
                                        payments.get(i),
                                        i % 1_000 == 1 ? "RJCT" : "ACCC",
                                        i % 1_000 == 1 ? "AC04" : null));
        BankApi.report("BRI", report.bytes()).statusCode(201);

        assertThat(states()).containsExactly("CREDITED 13", "REJECTED 7", "SENT 5987");
        assertThat(
                        tables.rows(
                                "SELECT substring(event_type FROM 'payment-[a-z]+'), count(*), count(DISTINCT event_key) FROM outbox"
                                        + " WHERE event_type ~ 'sent|credited|rejected' GROUP BY 1 ORDER BY 1"))
                .containsExactly(
                        "payment-credited 13 13", "payment-rejected 7 7", "payment-sent 6007 6007");
        assertThat(
                        tables.number(
                                "SELECT count(*) FROM outbox later JOIN outbox sent USING (event_key)"
                                        + " WHERE later.event_type ~ 'credited|rejected' AND sent.event_type ~ 'sent'"
                                        + " AND (later.sequence <> sent.sequence + 1 OR later.id < sent.id)"))
                .isZero();
    }
}
