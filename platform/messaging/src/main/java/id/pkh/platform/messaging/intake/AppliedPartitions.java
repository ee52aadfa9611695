package id.pkh.platform.messaging.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each assigned partition has been received, applied and committed, as the offset of the
 * next record. Several threads use it.
 *
 * <p>A record that was polled before its partition went away and came back is not counted: in
 * between, another instance may have committed later ones. Each assignment has a later generation
 * of the group than the one before, and each record has the generation in which it was polled.
 */
final class AppliedPartitions {

    private static final class Progress {

        private final int since;
        private long received;
        private long applied;
        private long committed;

        private Progress(int generation) {
            this.since = generation;
        }
    }

    private final Map<TopicPartition, Progress> assigned = new HashMap<>();

    synchronized void assigned(Collection<TopicPartition> partitions, int generation) {
        partitions.forEach(partition -> assigned.put(partition, new Progress(generation)));
    }

    synchronized void revoked(Collection<TopicPartition> partitions) {
        assigned.keySet().removeAll(partitions);
    }

    synchronized void received(TopicPartition partition, long offset, int generation) {
        Progress progress = assigned.get(partition);
        if (progress != null && generation >= progress.since) {
            progress.received = Math.max(progress.received, offset + 1);
        }
    }

    synchronized void applied(TopicPartition partition, long offset, int generation) {
        Progress progress = assigned.get(partition);
        if (progress != null && generation >= progress.since) {
            progress.applied = Math.max(progress.applied, offset + 1);
        }
    }

    synchronized boolean isEverythingApplied() {
        return assigned.values().stream().allMatch(p -> p.applied >= p.received);
    }

    synchronized Map<TopicPartition, OffsetAndMetadata> uncommitted() {
        return uncommittedOf(assigned.keySet());
    }

    synchronized Map<TopicPartition, OffsetAndMetadata> uncommittedOf(
            Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            Progress progress = assigned.get(partition);
            if (progress != null && progress.applied > progress.committed) {
                offsets.put(partition, new OffsetAndMetadata(progress.applied));
            }
        }
        return offsets;
    }

    synchronized void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach(
                (partition, offset) -> {
                    Progress progress = assigned.get(partition);
                    if (progress != null) {
                        progress.committed = offset.offset();
                    }
                });
    }
}
