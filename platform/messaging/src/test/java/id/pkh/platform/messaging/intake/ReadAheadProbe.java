package id.pkh.platform.messaging.intake;

import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Shows a test outside this package whether a poll was read before it came to be applied. */
public final class ReadAheadProbe {

    private ReadAheadProbe() {}

    public static boolean isRead(ConsumerRecords<String, byte[]> poll) {
        return ReadAhead.isRead(poll);
    }
}
