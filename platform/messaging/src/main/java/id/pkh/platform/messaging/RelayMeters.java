package id.pkh.platform.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * What the relay shows of itself. {@code outbox_relay_leader} is 1 for each shard that this process
 * relays: over all processes of a service the sum is 1 a shard, or events of it do not go out.
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
