package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.disbursement.exceptions.ReconciliationPolicies;
import id.pkh.platform.messaging.trace.Causation;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.WithDefault;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
