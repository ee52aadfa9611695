package id.pkh.platform.web;

import io.quarkus.arc.DefaultBean;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The only source of time: UTC for technical times, {@link BusinessDates} for days. */
class ClockProducer {

    @Produces
    @Singleton
    @DefaultBean
    @Unremovable
    Clock clock(WebConfig config) {
        return Clock.offset(Clock.systemUTC(), config.clock().offset());
    }
}
