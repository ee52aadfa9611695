package id.pkh.registry.feed;

import id.pkh.platform.messaging.envelope.CloudEventHeaders;
import id.pkh.platform.messaging.failure.PermanentFailure;
import id.pkh.platform.messaging.intake.TransientRetries;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Writes the events of every public topic into the feed, as a consumer group of its own. It applies
 * nothing, so it needs no inbox and parks nothing: a record that cannot be read is parked by those
 * who apply it, and is left out here.
 */
@Startup
@ApplicationScoped
class FeedConsumer {

    private static final Logger LOG = Logger.getLogger(FeedConsumer.class);

    private final Feed feed;
    private final TransientRetries retries;
    private final Counter leftOut;

    FeedConsumer(Feed feed, TransientRetries retries, MeterRegistry meters) {
        this.feed = feed;
        this.retries = retries;
        this.leftOut = meters.counter("feed_records_left_out_total");
    }

    @Incoming("feed-in")
    @Blocking(ordered = true)
    void consume(ConsumerRecords<String, byte[]> records) {
        List<FeedEvent> events = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> message : records) {
            read(message, events);
        }
        if (!events.isEmpty()) {
            append(events);
        }
    }

    /** An event that the database can never take must not stop the others, so it is looked for. */
    private void append(List<FeedEvent> events) {
        try {
            retries.untilApplied(
                    () -> QuarkusTransaction.requiringNew().run(() -> feed.append(events)));
        } catch (TransientRetries.StoppingException stopping) {
            throw stopping;
        } catch (RuntimeException permanent) {
            if (events.size() == 1) {
                leftOut.increment();
                LOG.warnf("event %s is not in the feed: %s", events.get(0).id(), permanent);
                return;
            }
            int half = events.size() / 2;
            append(events.subList(0, half));
            append(events.subList(half, events.size()));
        }
    }

    private void read(ConsumerRecord<String, byte[]> message, List<FeedEvent> events) {
        if (message.value() == null) {
            return; // the end of a key on a compacted topic
        }
        try {
            events.add(FeedEvent.of(CloudEventHeaders.read(message), message.value()));
        } catch (PermanentFailure unreadable) {
            leftOut.increment();
            LOG.warnf(
                    "%s partition %d offset %d is not in the feed: %s",
                    message.topic(), message.partition(), message.offset(), unreadable.code());
        }
    }
}
