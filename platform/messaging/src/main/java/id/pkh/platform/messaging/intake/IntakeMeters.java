package id.pkh.platform.messaging.intake;

import id.pkh.platform.messaging.subscription.Delivery;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The counters of the intake; each is exposed with 0 from the start. */
@Startup
@ApplicationScoped
class IntakeMeters {

    private final Counter duplicates;
    private final Counter retries;
    private final Counter outOfOrder;
    private final Map<String, OutOfOrderDetector> topics = new ConcurrentHashMap<>();

    IntakeMeters(MeterRegistry meters) {
        this.duplicates = meters.counter("inbox_duplicates_total");
        this.retries = meters.counter("inbox_retries_total");
        this.outOfOrder = meters.counter("events_out_of_order_total");
    }

    void dropped(int events) {
        duplicates.increment(events);
    }

    void retried() {
        retries.increment();
    }

    /** Events applied for the first time, in the order in which they arrived. */
    void applied(List<Delivery> events) {
        if (events.isEmpty()) {
            return;
        }
        OutOfOrderDetector detector =
                topics.computeIfAbsent(
                        events.get(0).source().topic(), topic -> new OutOfOrderDetector());
        outOfOrder.increment(detector.outOfOrder(events));
    }
}
