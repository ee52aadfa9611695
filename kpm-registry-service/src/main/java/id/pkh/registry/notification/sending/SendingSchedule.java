package id.pkh.registry.notification.sending;

import id.pkh.platform.persistence.DatabaseFailure;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Rounds of sending, on every instance. */
@ApplicationScoped
class SendingSchedule {

    private static final Logger LOG = Logger.getLogger(SendingSchedule.class);

    private final SendMessages sendMessages;
    private final ConfiguredRoute route;
    private final Clock clock;

    SendingSchedule(SendMessages sendMessages, ConfiguredRoute route, Clock clock) {
        this.sendMessages = sendMessages;
        this.route = route;
        this.clock = clock;
    }

    @Scheduled(
            every = "10s",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        try {
            sendMessages.handle(route.get(), clock.instant());
        } catch (DatabaseFailure away) {
            LOG.warnf("no messages are sent until the database responds: %s", away.getMessage());
        }
    }
}
