package id.pkh.platform.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One record as far as it could be read: with envelope and payload, or with the failure that makes
 * it poison.
 *
 * @param meta null when the envelope could not be read
 * @param payload null when poison, or when the type is ignored
 * @param poison why it can never be applied, or null
 */
record Delivery(
        ConsumerRecord<String, byte[]> source,
        EventMeta meta,
        Subscription<?> subscription,
        Object payload,
        PermanentFailure poison) {

    boolean isPoison() {
        return poison != null;
    }

    boolean isIgnored() {
        return poison == null && subscription == null;
    }

    String key() {
        return source.key() == null ? "" : source.key();
    }
}
