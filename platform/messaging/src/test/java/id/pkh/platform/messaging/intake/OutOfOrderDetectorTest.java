package id.pkh.platform.messaging.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.platform.messaging.envelope.EventMeta;
import id.pkh.platform.messaging.subscription.Delivery;
import id.pkh.platform.messaging.things.ThingHappened;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class OutOfOrderDetectorTest {

    private final OutOfOrderDetector detector = new OutOfOrderDetector();

    @Test
    void risingSequencesAreInOrder() {
        assertThat(late("a", 1, 2, 5)).isZero();
    }

    @Test
    void eventsOfOneChangeShareItsSequence() {
        assertThat(late("a", 3, 3)).isZero();
    }

    @Test
    void anOlderEventIsLateAndLaterOnesAreComparedWithTheNewest() {
        assertThat(late("a", 1, 3, 2, 2, 4)).isEqualTo(2);
    }

    @Test
    void whatCameInAnEarlierPollCounts() {
        late("a", 7);
        assertThat(late("a", 6)).isEqualTo(1);
    }

    @Test
    void aKeyIsNotComparedWithAnother() {
        late("a", 7);
        assertThat(late("b", 1)).isZero();
    }

    @Test
    void aKeyThatManyOthersReplacedStartsAgain() {
        late("a", 7);
        IntStream.range(0, 20 * OutOfOrderDetector.KEYS).forEach(i -> late("other-" + i, 1));
        assertThat(late("a", 6)).isZero();
    }

    private long late(String key, long... sequences) {
        return detector.outOfOrder(
                Arrays.stream(sequences).mapToObj(sequence -> delivery(key, sequence)).toList());
    }

    private static Delivery delivery(String key, long sequence) {
        EventMeta meta =
                new EventMeta(
                        UUID.randomUUID(),
                        ThingHappened.TYPE,
                        "/pkh/test-service",
                        key,
                        Instant.EPOCH,
                        sequence,
                        null,
                        null,
                        null,
                        ThingHappened.TOPIC,
                        0,
                        0,
                        key);
        return new Delivery(
                new ConsumerRecord<>(ThingHappened.TOPIC, 0, 0, key, new byte[0]),
                meta,
                null,
                null,
                null);
    }
}
