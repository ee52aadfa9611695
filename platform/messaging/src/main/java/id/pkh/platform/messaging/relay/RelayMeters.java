package id.pkh.platform.messaging.relay;

import id.pkh.platform.messaging.outbox.Outbox;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * The metrics of the relay. {@code outbox_relay_leader} is 1 for each shard that this process
 * relays. Over all processes of a service the sum is 1 per shard; where it is 0, events are not
 * published.
 */
@Startup
@ApplicationScoped
class RelayMeters {

    private final Counter published;
    private final Counter failures;
    private volatile Set<Integer> led = Set.of();

    RelayMeters(MeterRegistry meters) {
        this.published = meters.counter("outbox_published_total");
        this.failures = meters.counter("outbox_relay_failures_total");
        for (int shard = 0; shard < Outbox.SHARDS; shard++) {
            int own = shard;
            Gauge.builder("outbox_relay_leader", () -> led.contains(own) ? 1 : 0)
                    .tag("shard", Integer.toString(shard))
                    .strongReference(true)
                    .register(meters);
        }
    }

    void leads(Set<Integer> shards) {
        led = shards;
    }

    void published(long events) {
        published.increment(events);
    }

    void failed() {
        failures.increment();
    }
}
