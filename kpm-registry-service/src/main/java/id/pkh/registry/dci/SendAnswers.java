package id.pkh.registry.dci;

import id.pkh.registry.RegistryConfig;
import id.pkh.registry.dci.DciMessages.State;
import id.pkh.registry.dci.DciMessages.Stored;
import id.pkh.registry.webhook.Attempt;
import id.pkh.registry.webhook.PostOutside;
import id.pkh.registry.webhook.domain.AttemptOutcome;
import id.pkh.registry.webhook.domain.RetryWaits;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * Sends answers to the addresses of their senders, and again after a while when one does not take
 * its answer, as webhooks are. Forgets messages after their time.
 */
@ApplicationScoped
class SendAnswers {

    private static final Logger LOG = Logger.getLogger(SendAnswers.class);
    private static final int AT_ONCE = 16;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int PERMILLE = 1_001;
    private static final int PURGE_ROWS = 10_000;

    private final DciMessages messages;
    private final PostOutside outside;
    private final Clock clock;
    private final RegistryConfig.Dci config;
    private final Counter givenUp;
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);

    SendAnswers(
            DciMessages messages,
            PostOutside outside,
            Clock clock,
            RegistryConfig config,
            MeterRegistry meters) {
        this.messages = messages;
        this.outside = outside;
        this.clock = clock;
        this.config = config.dci();
        this.givenUp = meters.counter("dci_answers_given_up_total");
    }

    @PreDestroy
    void close() {
        workers.shutdownNow();
    }

    @Scheduled(
            every = "${pkh.registry.dci.send.every}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void sendWhatIsDue() {
        Instant now = clock.instant();
        while (round(now) == AT_ONCE) {
            // the next ones
        }
    }

    /** Sends what is due, up to a number; returns how many that were. */
    int round(Instant now) {
        List<Stored> due = messages.claim(now, now.plus(LEASE), AT_ONCE);
        List<Callable<Void>> sendings =
                due.stream()
                        .<Callable<Void>>map(
                                message ->
                                        () -> {
                                            send(message, now);
                                            return null;
                                        })
                        .toList();
        try {
            workers.invokeAll(sendings);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return due.size();
    }

    private void send(Stored message, Instant now) {
        try {
            Attempt attempt =
                    outside.post(
                            message.callbackUrl(),
                            Map.of("Content-Type", "application/json"),
                            messages.answerOf(message),
                            now);
            settle(message, attempt, now);
        } catch (RuntimeException failure) {
            // the lease ends by itself
            LOG.warnf("an answer waits after a failure: %s", failure.toString());
        }
    }

    private void settle(Stored message, Attempt attempt, Instant now) {
        String outcome = attempt.outcome().name();
        Optional<Duration> wait =
                RetryWaits.after(
                        message.attempts() + 1,
                        attempt.askedFor(),
                        ThreadLocalRandom.current().nextInt(PERMILLE));
        if (attempt.outcome() == AttemptOutcome.DELIVERED) {
            messages.settle(message, State.DELIVERED, outcome, now);
        } else if (wait.isEmpty() || attempt.outcome().effect() == AttemptOutcome.Effect.DISABLE) {
            LOG.warnf("an answer to %s was given up: %s", message.senderId(), outcome);
            messages.settle(message, State.GIVEN_UP, outcome, now);
            givenUp.increment();
        } else {
            messages.settle(message, State.PENDING, outcome, now.plus(wait.get()));
        }
    }

    @Scheduled(every = "24h", delayed = "120s")
    void forget() {
        Instant before = clock.instant().minus(config.retention()).minus(ReadEnvelope.AHEAD);
        int deleted = PURGE_ROWS;
        while (deleted == PURGE_ROWS) {
            deleted = messages.purge(before, PURGE_ROWS);
        }
    }
}
