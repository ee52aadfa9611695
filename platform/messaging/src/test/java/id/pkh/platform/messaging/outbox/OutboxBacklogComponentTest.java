package id.pkh.platform.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pkh.localstack.LocalStackResource;
import id.pkh.platform.messaging.things.ThingHappened;
import id.pkh.testsupport.rows.Rows;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counting what is pending must stay cheap. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "messaging"))
class OutboxBacklogComponentTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject Outbox outbox;
    @Inject AgroalDataSource database;
    @Inject OutboxBacklog backlog;

    /** The gauges are read every few seconds, and an outbox holds several months. */
    @Test
    void pendingEventsAreCountedWithoutReadingPublishedOnes() {
        UUID thing = UUID.randomUUID();
        int many = 500;
        List<Sequenced> events =
                IntStream.rangeClosed(1, many)
                        .mapToObj(n -> new Sequenced(ThingHappened.of(thing, n), n))
                        .toList();
        QuarkusTransaction.requiringNew().run(() -> outbox.appendAll(events));
        await().atMost(SOON).until(() -> backlog.pending().rows() == 0);
        Rows rows = new Rows(database);
        rows.execute("ANALYZE outbox");
        String month = rows.text("SELECT 'outbox_' || to_char(now(), 'YYYYMM')");
        long from = rows.number("SELECT min(relayed_to::text::bigint) FROM outbox_shard");

        String plan =
                rows.text(
                        "EXPLAIN (FORMAT JSON) " + OutboxBacklog.PENDING_BY_SHARD.formatted(from));

        assertThat(plan).contains(month + "_xid_id_idx");
    }
}
