package id.pkh.platform.web;

import io.quarkus.arc.DefaultBean;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The only source of time: UTC for technical times, {@link BusinessDates} for days. */
@Singleton
class ClockProducer {

    private static final String LOCAL_STACK = "pkh.local-issuer.allowed";

    private final WebConfig.Time time;
    private final boolean isLocalStack;

    @Inject
    ClockProducer(
            WebConfig config,
            @ConfigProperty(name = LOCAL_STACK, defaultValue = "false") boolean isLocalStack) {
        this.time = config.clock();
        this.isLocalStack = isLocalStack;
    }

    /** A service whose clock another process moves does not start outside the local stack. */
    void check(@Observes @Priority(1) StartupEvent event) {
        clock();
    }

    @Produces
    @Singleton
    @DefaultBean
    @Unremovable
    Clock clock() {
        if (time.offsetFile().isEmpty()) {
            return Clock.offset(Clock.systemUTC(), time.offset());
        }
        if (!isLocalStack) {
            throw new IllegalStateException(
                    "pkh.web.clock.offset-file moves the day of a local stack while it runs; without"
                            + " %s=true the service does not start with it".formatted(LOCAL_STACK));
        }
        return new FileOffsetClock(time.offsetFile().get(), Clock.systemUTC());
    }
}
