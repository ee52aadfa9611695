package id.pkh.console.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** Adds the lags of the partitions of each topic. */
final class Lags {

    private Lags() {}

    /** Partitions with unread records of a group, with the offset of the first of them. */
    static Map<TopicPartition, Long> behind(
            Map<TopicPartition, Long> committed, Map<TopicPartition, Long> end) {
        Map<TopicPartition, Long> behind = new java.util.HashMap<>();
        committed.forEach(
                (partition, place) -> {
                    if (end.getOrDefault(partition, 0L) > place) {
                        behind.put(partition, place);
                    }
                });
        return behind;
    }

    /**
     * @param oldest time of the first unread record of each partition that has one, if it could be
     *     read
     */
    static List<StreamLag> ofGroup(
            String group,
            int members,
            Map<TopicPartition, Long> committed,
            Map<TopicPartition, Long> end,
            Map<TopicPartition, Instant> oldest,
            Instant now) {
        Map<String, Long> records = new TreeMap<>();
        Map<String, Long> seconds = new TreeMap<>();
        Set<String> unknown = new HashSet<>();
        committed.forEach(
                (partition, place) -> {
                    String topic = partition.topic();
                    long unread = Math.max(0, end.getOrDefault(partition, place) - place);
                    records.merge(topic, unread, Long::sum);
                    if (unread > 0 && !oldest.containsKey(partition)) {
                        unknown.add(topic);
                    } else if (unread > 0) {
                        long age = Duration.between(oldest.get(partition), now).toSeconds();
                        seconds.merge(topic, Math.max(0, age), Math::max);
                    }
                });
        List<StreamLag> lags = new ArrayList<>();
        records.forEach(
                (topic, unread) ->
                        lags.add(
                                new StreamLag(
                                        topic,
                                        group,
                                        members,
                                        unread,
                                        unread > 0 && unknown.contains(topic)
                                                ? seconds.get(topic)
                                                : seconds.getOrDefault(topic, 0L))));
        return lags;
    }

    /** The most urgent lag comes first. */
    static List<StreamLag> sorted(List<StreamLag> lags) {
        return lags.stream()
                .sorted(
                        Comparator.comparing(StreamLag::isLate)
                                .reversed()
                                .thenComparing(StreamLag::records, Comparator.reverseOrder())
                                .thenComparing(StreamLag::topic)
                                .thenComparing(StreamLag::group))
                .toList();
    }
}
