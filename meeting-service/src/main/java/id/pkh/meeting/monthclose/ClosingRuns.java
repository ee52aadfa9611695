package id.pkh.meeting.monthclose;

import id.pkh.meeting.MeetingConfig;
import id.pkh.platform.messaging.trace.Causation;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs closings in the background, and resumes unfinished closings when the service starts. */
@ApplicationScoped
class ClosingRuns {

    private final CloseMonth closeMonth;
    private final Closings closings;
    private final ExecutorService executor;
    private final MeetingConfig config;

    ClosingRuns(
            CloseMonth closeMonth,
            Closings closings,
            ExecutorService executor,
            MeetingConfig config) {
        this.closeMonth = closeMonth;
        this.closings = closings;
        this.executor = executor;
        this.config = config;
    }

    void resumeUnfinished(@Observes StartupEvent event) {
        closings.unfinished()
                .forEach(
                        id ->
                                executor.submit(
                                        () -> Causation.root().run(() -> closeMonth.run(id))));
    }

    /** Waits for the end of the closing up to the limit of a request; returns whether it ended. */
    boolean runAndWait(UUID closingId) {
        Causation cause = Causation.current();
        Future<?> run = executor.submit(() -> cause.run(() -> closeMonth.run(closingId)));
        try {
            run.get(config.monthClose().waitAtMost().toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException broken) {
            if (broken.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(broken.getCause());
        }
    }
}
