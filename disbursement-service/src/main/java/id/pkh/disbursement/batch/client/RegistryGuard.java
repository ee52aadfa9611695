package id.pkh.disbursement.batch.client;

import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Protects a preparation from a registry that fails, and the registry from preparations. A call
 * that failed is repeated, because reading twice does no harm. All attempts together take less time
 * than the lease of a preparation.
 */
final class RegistryGuard {

    private static final int RETRIES = 2;
    private static final long PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 10_000;
    private static final long ALL_ATTEMPTS_S = 120;

    /** As many attempts in a row fail before no call is made for a while. */
    static final int FAILURES_IN_A_ROW = 10;

    private static final long REST_S = 10;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private RegistryGuard() {}

    static Guard of(Duration timeout) {
        return Guard.create()
                .withDescription("registry")
                .withTimeout()
                .duration(timeout.toMillis(), ChronoUnit.MILLIS)
                .done()
                .withCircuitBreaker()
                .name("registry")
                .when(RegistryGuard::isFault)
                .requestVolumeThreshold(FAILURES_IN_A_ROW)
                .failureRatio(1)
                .delay(REST_S, ChronoUnit.SECONDS)
                .done()
                .withRetry()
                .maxRetries(RETRIES)
                .maxDuration(ALL_ATTEMPTS_S, ChronoUnit.SECONDS)
                .whenException(RegistryGuard::isFault)
                .withCustomBackoff()
                .strategy(AsTheRegistryAsks::new)
                .done()
                .done()
                .build();
    }

    /** The registry did not answer, or its answer is not about this caller. */
    private static boolean isFault(Throwable failure) {
        if (failure instanceof WebApplicationException answered) {
            int status = answered.getResponse().getStatus();
            return status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
        }
        return failure instanceof ProcessingException || failure instanceof TimeoutException;
    }

    /** The pause that the registry names, or else a longer one each time. */
    private static final class AsTheRegistryAsks implements CustomBackoffStrategy {

        private long pause = PAUSE_MS;

        @Override
        public long nextDelayInMillis(Throwable failure) {
            long own = pause;
            pause *= 2;
            String named =
                    failure instanceof WebApplicationException answered
                            ? answered.getResponse().getHeaderString("Retry-After")
                            : null;
            return named != null && named.matches("[0-9]{1,6}")
                    ? Math.min(
                            Duration.ofSeconds(Long.parseLong(named)).toMillis(), LONGEST_PAUSE_MS)
                    : own;
        }
    }
}
