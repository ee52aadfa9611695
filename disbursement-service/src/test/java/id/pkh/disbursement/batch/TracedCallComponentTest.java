package id.pkh.disbursement.batch;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.BankComponentTest;
import id.pkh.disbursement.support.StubRegistry;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The call of the registry while traces are on: only the client writes the header. */
@QuarkusTest
@TestProfile(TracedCallComponentTest.On.class)
class TracedCallComponentTest extends BankComponentTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN_OF_THE_CALLER = "00f067aa0ba902b7";

    public static class On implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.otel.sdk.disabled", "false", "quarkus.otel.traces.exporter", "none");
        }
    }

    @Test
    void theCallIsInTheTraceOfThePreparationAndHasOneHeader() {
        familiesAt("BRI", 2);
        sealedCycle();
        Caller.officer("maker-1")
                .request()
                .header("traceparent", "00-" + TRACE + "-" + SPAN_OF_THE_CALLER + "-01")
                .contentType("application/json")
                .post("/api/v1/cycles/2026-T2/payment-batches")
                .then()
                .statusCode(200);

        assertThat(StubRegistry.lastTrace())
                .matches("00-" + TRACE + "-[0-9a-f]{16}-01")
                .doesNotContain(SPAN_OF_THE_CALLER);
    }
}
