package id.pkh.platform.messaging.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class AppliedPartitionsTest {

    private static final TopicPartition FIRST = new TopicPartition("things", 0);
    private static final TopicPartition SECOND = new TopicPartition("things", 1);

    private final AppliedPartitions partitions = new AppliedPartitions();

    @Test
    void whatIsAppliedStaysToBeCommittedUntilItIsCommitted() {
        partitions.assigned(Set.of(FIRST, SECOND), 1);
        partitions.received(FIRST, 7, 1);
        partitions.received(SECOND, 3, 1);
        assertThat(partitions.uncommitted()).isEmpty();
        partitions.applied(FIRST, 7, 1);
        assertThat(partitions.uncommitted()).isEqualTo(Map.of(FIRST, next(8)));
        assertThat(partitions.uncommitted()).isEqualTo(Map.of(FIRST, next(8)));

        partitions.committed(Map.of(FIRST, next(8)));

        assertThat(partitions.uncommitted()).isEmpty();
    }

    @Test
    void anEventAppliedDuringACommitStaysToBeCommitted() {
        partitions.assigned(Set.of(FIRST), 1);
        partitions.applied(FIRST, 7, 1);
        Map<TopicPartition, OffsetAndMetadata> offsets = partitions.uncommitted();
        partitions.applied(FIRST, 8, 1);
        partitions.committed(offsets);
        assertThat(partitions.uncommitted()).isEqualTo(Map.of(FIRST, next(9)));
    }

    @Test
    void aRebalanceThatLeavesAPartitionHereLeavesItsProgress() {
        partitions.assigned(Set.of(FIRST, SECOND), 1);
        partitions.applied(FIRST, 7, 1);
        partitions.applied(SECOND, 3, 1);
        assertThat(partitions.uncommittedOf(Set.of(SECOND))).isEqualTo(Map.of(SECOND, next(4)));
        partitions.revoked(Set.of(SECOND));
        partitions.assigned(Set.of(), 2);
        assertThat(partitions.uncommitted()).isEqualTo(Map.of(FIRST, next(8)));
    }

    @Test
    void aRecordOfAPartitionThatWentAwayDoesNotCount() {
        partitions.assigned(Set.of(FIRST), 1);
        partitions.received(FIRST, 7, 1);
        partitions.revoked(Set.of(FIRST));
        partitions.applied(FIRST, 7, 1);
        assertThat(partitions.uncommitted()).isEmpty();
        assertThat(partitions.isEverythingApplied()).isTrue();
    }

    /** Another instance may have committed later records in between. */
    @Test
    void aRecordFromBeforeThePartitionCameBackDoesNotCount() {
        partitions.assigned(Set.of(FIRST), 1);
        partitions.received(FIRST, 7, 1);
        partitions.revoked(Set.of(FIRST));
        partitions.assigned(Set.of(FIRST), 3);
        partitions.applied(FIRST, 7, 1);
        assertThat(partitions.uncommitted()).isEmpty();
        partitions.applied(FIRST, 9, 4);
        assertThat(partitions.uncommitted()).isEqualTo(Map.of(FIRST, next(10)));
    }

    @Test
    void aReceivedRecordIsWaitedForUntilItIsApplied() {
        partitions.assigned(Set.of(FIRST), 1);
        assertThat(partitions.isEverythingApplied()).isTrue();
        partitions.received(FIRST, 7, 1);
        assertThat(partitions.isEverythingApplied()).isFalse();
        partitions.applied(FIRST, 7, 1);
        assertThat(partitions.isEverythingApplied()).isTrue();
    }

    private static OffsetAndMetadata next(long offset) {
        return new OffsetAndMetadata(offset);
    }
}
