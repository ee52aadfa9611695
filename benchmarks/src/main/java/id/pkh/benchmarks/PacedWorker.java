package id.pkh.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.contracts.disbursement.PaymentCredited;
import id.pkh.platform.messaging.envelope.CloudEventHeaders;
import id.pkh.platform.messaging.envelope.WireFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Publishes credited payments on their topic at a fixed rate, with the envelope of the relay.
 * Argument: broker. Order: events and events per second; answer: events, seconds, and seconds from
 * the last send until the broker had all events.
 */
public final class PacedWorker {

    private static final long TICK_NANOS = 1_000_000;
    private static final LocalDate DAY = LocalDate.of(2026, 4, 20);

    private PacedWorker() {}

    public static void main(String[] arguments) throws Exception {
        try (Producer<String, byte[]> producer = RelaySettings.producers(arguments[0]).open()) {
            Orders.serve(
                    order -> {
                        String[] words = order.split(" ");
                        return send(
                                producer, Integer.parseInt(words[0]), Integer.parseInt(words[1]));
                    });
        }
    }

    private static double[] send(Producer<String, byte[]> producer, int events, int perSecond)
            throws JsonProcessingException {
        AtomicReference<Exception> failure = new AtomicReference<>();
        long start = System.nanoTime();
        int sent = 0;
        while (sent < events) {
            long due = Math.min(events, (System.nanoTime() - start) * perSecond / 1_000_000_000L);
            for (; sent < due; sent++) {
                producer.send(
                        message(sent),
                        (metadata, problem) -> {
                            if (problem != null) {
                                failure.compareAndSet(null, problem);
                            }
                        });
            }
            LockSupport.parkNanos(TICK_NANOS);
        }
        long lastSent = System.nanoTime();
        producer.flush();
        long end = System.nanoTime();
        if (failure.get() != null) {
            throw new IllegalStateException("an event was not taken", failure.get());
        }
        return new double[] {sent, (lastSent - start) / 1e9, (end - lastSent) / 1e9};
    }

    private static ProducerRecord<String, byte[]> message(int number)
            throws JsonProcessingException {
        PaymentCredited event =
                new PaymentCredited(
                        MadePayments.payment(number),
                        MadePayments.family(number),
                        MadePayments.VILLAGE,
                        MadePayments.CYCLE_CODE,
                        MadePayments.amountIdr(number),
                        MadePayments.BANK,
                        1,
                        DAY,
                        Instant.now());
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(
                        EventCatalogue.PAYMENT_CREDITED.topic(),
                        event.kpmId().toString(),
                        WireFormat.mapper().writeValueAsBytes(event));
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        Headers headers = message.headers();
        put(headers, CloudEventHeaders.CONTENT_TYPE, "application/json");
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id);
        put(headers, "ce_type", EventCatalogue.PAYMENT_CREDITED.type());
        put(headers, "ce_source", "/pkh/disbursement-service");
        put(headers, "ce_time", DateTimeFormatter.ISO_INSTANT.format(event.recordedAt()));
        put(headers, "ce_subject", event.kpmId().toString());
        put(headers, "ce_sequence", "1");
        put(headers, "ce_correlationid", id);
        return message;
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
