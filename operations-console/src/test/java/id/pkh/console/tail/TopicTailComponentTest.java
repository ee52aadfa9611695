package id.pkh.console.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pkh.console.call.Areas;
import id.pkh.console.support.Browser;
import id.pkh.console.support.OnStandIns;
import id.pkh.testsupport.events.TopicWriter;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The live view on a real broker. */
@QuarkusTest
@OnStandIns
class TopicTailComponentTest {

    private static final String TOPIC = "pkh.registry.kpm-state.v1";

    @Inject TopicTail tail;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void eventsOfEveryTopicOfOursReachWhoLooksAndNoGroupIsMade() throws Exception {
        String key = UUID.randomUUID().toString();
        tail.join();
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> !tail.followed().isEmpty());
            TailViewer viewer =
                    new TailViewer(
                            tail.buffer(),
                            new TailFilter("state", key),
                            Areas.of(Browser.token("OPERATIONS")),
                            50);
            send(key);
            List<TailEvent> seen = new ArrayList<>();
            await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                seen.addAll(viewer.next(tail.isBrokerUp()).events());
                                return seen.size() == 2;
                            });
            assertThat(seen).allMatch(e -> e.topic().equals(TOPIC) && e.key().equals(key));
            assertThat(seen.get(0).type()).isEqualTo("id.pkh.registry.kpm-state.v1");
        } finally {
            tail.leave();
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrapServers))) {
            assertThat(admin.listGroups().all().get())
                    .extracting(GroupListing::groupId)
                    .noneMatch(group -> group.contains("console"));
        }
    }

    private void send(String key) {
        try (TopicWriter writer = new TopicWriter(bootstrapServers)) {
            for (int i = 0; i < 2; i++) {
                writer.send(
                        TOPIC,
                        key,
                        "{}".getBytes(StandardCharsets.UTF_8),
                        Map.of("ce_type", "id.pkh.registry.kpm-state.v1"));
            }
        }
    }
}
