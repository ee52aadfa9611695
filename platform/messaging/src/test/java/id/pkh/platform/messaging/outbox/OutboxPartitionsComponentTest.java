package id.pkh.platform.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pkh.localstack.LocalStackResource;
import id.pkh.platform.messaging.MessagingConfig;
import id.pkh.platform.messaging.things.ThingHappened;
import id.pkh.platform.persistence.PartitionedTable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A month of the outbox is dropped only when it is old and all of it was published. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "messaging"))
class OutboxPartitionsComponentTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject Outbox outbox;
    @Inject OutboxPartitions partitions;
    @Inject MessagingConfig config;

    private final LocalDate thisMonth = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);

    @Test
    void aMonthMayBeDroppedWhenTheRelayIsPastItsLastEvent() {
        UUID thing = UUID.randomUUID();
        boolean beforeRelay =
                QuarkusTransaction.requiringNew()
                        .call(
                                () -> {
                                    outbox.append(ThingHappened.of(thing, 1), 1);
                                    return partitions.isPublished(thisMonth);
                                });

        assertThat(beforeRelay).isFalse();
        await().atMost(SOON).until(() -> partitions.isPublished(thisMonth));
    }

    @Test
    void aMonthWithoutEventsMayBeDropped() {
        assertThat(partitions.isPublished(thisMonth.minusYears(3))).isTrue();
    }

    @Test
    void publishedEventsAreKeptForTwoYearsAndPartitionsAreMadeThreeMonthsAhead() {
        PartitionedTable table = partitions.outbox(config);

        assertThat(table.retention()).isEqualTo(Period.ofMonths(24));
        assertThat(table.ahead()).isEqualTo(Period.ofMonths(3));
        assertThat(table.droppable().test(thisMonth.minusYears(3))).isTrue();
    }
}
