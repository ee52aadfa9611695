package id.pkh.platform.messaging.parking;

/** The key of an aggregate on a topic. Events of one topic and key are applied in their order. */
public record TopicKey(String topic, String key) implements Comparable<TopicKey> {

    @Override
    public int compareTo(TopicKey other) {
        int byTopic = topic.compareTo(other.topic);
        return byTopic == 0 ? key.compareTo(other.key) : byTopic;
    }
}
