package id.pkh.platform.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the intake counts; each counter is there, and 0, from the start. */
@Startup
@ApplicationScoped
class IntakeMeters {

    private final Counter duplicates;
    private final Counter retries;
    private final Counter outOfOrder;
    private final Map<String, OrderWatch> topics = new ConcurrentHashMap<>();

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

    /** Events dealt with for the first time, in the order in which they came. */
    void dealtWith(List<Delivery> events) {
        if (events.isEmpty()) {
            return;
        }
        OrderWatch watch =
                topics.computeIfAbsent(events.get(0).source().topic(), topic -> new OrderWatch());
        outOfOrder.increment(watch.outOfOrder(events));
    }
}
