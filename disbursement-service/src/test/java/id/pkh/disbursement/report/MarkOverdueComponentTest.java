package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.disbursement.exceptions.ReconciliationPolicies;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.Pain002;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.WithDefault;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When a missing response makes a payment unknown. */
@QuarkusTest
class MarkOverdueComponentTest extends BankComponentTest {

    private static final Duration PATIENCE = Duration.ofHours(72);

    @Inject Batches batches;
    @Inject DisbursementConfig config;
    @Inject ReconciliationPolicies policies;

    @Test
    void aSentPaymentBecomesUnknownAfterMoreThan72HoursAndNotBefore() {
        familiesAt("BRI", 2);
        sentBatch();
        Instant sent = sentAt();

        assertThat(markedAt(sent.plus(PATIENCE).minus(1, ChronoUnit.MICROS))).isZero();
        assertThat(markedAt(sent.plus(PATIENCE))).isZero();
        assertThat(states()).containsExactly("SENT 2");
        assertThat(markedAt(sent.plus(PATIENCE).plus(1, ChronoUnit.MICROS))).isEqualTo(2);
        assertThat(states()).containsExactly("UNKNOWN 2");
        assertThat(markedAt(sent.plus(PATIENCE).plus(1, ChronoUnit.DAYS))).isZero();
    }

    @Test
    void theLastPaymentsOfAFileAreAskedAboutOneByOneByTheDayOfTheFile() {
        List<UUID> families = familiesAt("BRI", 4);
        String batch = sentBatch();
        Instant late = sentAt().plus(PATIENCE).plus(1, ChronoUnit.MICROS);
        assertThat(markedAt(late)).isEqualTo(4);
        assertThat(missing()).containsExactly("4 - OPEN -");
        tables.execute("ALTER TABLE bank_exception DISABLE TRIGGER bank_exception_deadline_stays");
        tables.execute(
                "UPDATE bank_exception SET found_at = '2026-05-04T05:00:00Z', due_on = '2026-05-07'");
        tables.execute("ALTER TABLE bank_exception ENABLE TRIGGER bank_exception_deadline_stays");
        String message =
                tables.text("SELECT message_id FROM payment_batch WHERE batch_id = ?::uuid", batch);
        Pain002 answer = Pain002.answering(message);
        families.subList(1, 4).forEach(each -> answer.line(paymentOf(each), "ACCC"));
        BankApi.report("BRI", answer.bytes()).statusCode(201);
        String one = "- " + paymentOf(families.get(0));
        assertThat(missing()).containsExactly("4 - RESOLVED ASKED_ONE_BY_ONE", one + " OPEN -");
        assertThat(
                        tables.texts(
                                "SELECT due_on::text FROM bank_exception WHERE payment_id IS NOT NULL"))
                .containsExactly("2026-05-07");
        assertThat(markedAt(late)).isZero();
        assertThat(missing()).hasSize(2);
        assertThat(
                        Caller.ofBank("BRI")
                                .read("/bank-exceptions?open=true")
                                .getList("items.payment_id"))
                .containsExactly(paymentOf(families.get(0)));
        BankApi.report(
                        "BRI",
                        Pain002.answering(message).line(paymentOf(families.get(0)), "ACCC").bytes())
                .statusCode(201);
        assertThat(missing())
                .containsExactly("4 - RESOLVED ASKED_ONE_BY_ONE", one + " RESOLVED ANSWERED");
    }

    private List<String> missing() {
        return tables.texts(
                "SELECT concat_ws(' ', coalesce(payments::text, '-'), coalesce(payment_id::text, '-'), state,"
                        + " coalesce(settled_by_fact, '-')) FROM bank_exception WHERE exception_class = 'MISSING_AFTER_SLA'"
                        + " ORDER BY payments NULLS LAST");
    }

    @Test
    void banksHave72HoursByDefault() throws Exception {
        String within =
                DisbursementConfig.Bank.class
                        .getMethod("answerWithin")
                        .getAnnotation(WithDefault.class)
                        .value();
        assertThat(DurationConverter.parseDuration(within)).isEqualTo(PATIENCE);
    }

    private long markedAt(Instant now) {
        MarkOverdue markOverdue =
                new MarkOverdue(batches, jobs, policies, config, Clock.fixed(now, ZoneOffset.UTC));
        return Causation.root().call(() -> markOverdue.handle(PATIENCE, "officer-1"));
    }

    private Instant sentAt() {
        long micros =
                Long.parseLong(
                        tables.lines(
                                        "SELECT (extract(epoch FROM sent_at) * 1000000)::bigint::text FROM payment_batch")
                                .get(0));
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
