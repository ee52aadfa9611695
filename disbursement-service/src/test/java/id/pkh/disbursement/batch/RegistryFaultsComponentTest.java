package id.pkh.disbursement.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.BankApi;
import id.pkh.disbursement.support.StubRegistry;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a preparation does when the registry is slow, busy, down, or not itself. */
@QuarkusTest
class RegistryFaultsComponentTest extends BankComponentTest {

    private static final int ATTEMPTS = 3;

    @Inject CircuitBreakerMaintenance breakers;

    @BeforeEach
    void aSealedCycle() {
        breakers.resetAll();
        familiesAt("BRI", 2);
        sealedCycle();
    }

    @AfterEach
    void theRegistryIsWell() {
        StubRegistry.answers(200);
        breakers.resetAll();
    }

    @Test
    void aRegistryThatDoesNotAnswerInTimeInterruptsThePreparation() {
        StubRegistry.hangs();
        interrupted();
        assertThat(StubRegistry.calls()).isEqualTo(ATTEMPTS);
        resumed();
    }

    @Test
    void aRegistryThatBreaksOffInterruptsThePreparation() {
        StubRegistry.breaksOff();
        interrupted();
        assertThat(StubRegistry.calls()).isEqualTo(ATTEMPTS);
        resumed();
    }

    @Test
    void anAnswerThatCannotBeReadInterruptsThePreparationAtOnce() {
        StubRegistry.answersGarbage();
        interrupted();
        assertThat(StubRegistry.calls()).isEqualTo(1);
        resumed();
    }

    @Test
    void aBusyRegistryIsAskedAgainAfterTheTimeThatItNames() {
        StubRegistry.isBusy(429, 2, 1);
        Instant asked = Instant.now();
        BankApi.prepare(CYCLE).statusCode(200).body("instructed", equalTo(2));

        assertThat(StubRegistry.calls()).isEqualTo(ATTEMPTS);
        assertThat(Duration.between(asked, Instant.now())).isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void afterManyFailuresInARowTheRegistryIsLeftAloneForAWhile() {
        StubRegistry.breaksOff();
        for (int run = 0; run < 5; run++) {
            interrupted();
        }
        assertThat(StubRegistry.calls()).isEqualTo(10);

        breakers.resetAll();
        resumed();
    }

    @Test
    void theCallBelongsToTheRequestThatPreparesTheBatch() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        Caller.officer("maker-1")
                .request()
                .header("X-Correlation-ID", "batch-of-june")
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .contentType("application/json")
                .post("/api/v1/cycles/2026-T2/payment-batches")
                .then()
                .statusCode(200);

        assertThat(StubRegistry.lastCorrelationId()).isEqualTo("batch-of-june");
        assertThat(StubRegistry.lastTrace()).matches("00-" + trace + "-[0-9a-f]{16}-01");
    }

    private void interrupted() {
        BankApi.prepare(CYCLE).statusCode(503).body("code", equalTo("REGISTRY_UNAVAILABLE"));
        assertThat(tables.lines("SELECT status, failure FROM preparation_run"))
                .containsExactly("INTERRUPTED REGISTRY_UNAVAILABLE");
    }

    private void resumed() {
        StubRegistry.answers(200);
        BankApi.prepare(CYCLE).statusCode(200).body("instructed", equalTo(2));
        assertThat(tables.number("SELECT count(DISTINCT payment_id) FROM payment_instruction"))
                .isEqualTo(2);
        assertThat(states()).containsExactly("SEALED 2");
    }
}
