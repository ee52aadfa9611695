package id.pkh.verification.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.events.EventStreams;
import id.pkh.testsupport.rows.Rows;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The copy of the registry's families. */
@QuarkusTest
@OnLocalStack("verification")
class KpmStateComponentTest {

    @Inject World world;
    @Inject EventStreams streams;
    @Inject Rows rows;

    private final String village = World.newSubDistrict() + ".1001";

    @Test
    void the_newest_state_of_a_family_is_kept() {
        Family family = world.family(village).pupil(World.newSchool()).infant();
        world.register(family);
        assertThat(components(family)).containsExactly("EARLY_CHILD", "SD");

        Family.Person pupil = family.first();
        family.people.remove(1);
        family.people.set(0, pupil.atSchool("10709999"));
        family.status = "SUSPENDED";
        world.register(family);
        assertThat(components(family)).containsExactly("SD");
        assertThat(rows.texts("SELECT school_id FROM kpm_member WHERE kpm_id = ?", family.kpmId))
                .containsExactly("10709999");
        assertThat(status(family)).isEqualTo("SUSPENDED");
    }

    @Test
    void an_older_state_that_comes_late_changes_nothing() {
        Family family = world.family(village).infant();
        streams.publish(world.state(family), 7);
        await().atMost(Duration.ofSeconds(30)).until(() -> !components(family).isEmpty());
        family.status = "TERMINATED";
        family.people.clear();
        world.tell(world.state(family), 6);
        assertThat(status(family)).isEqualTo("ACTIVE");
        assertThat(components(family)).containsExactly("EARLY_CHILD");
        assertThat(rows.texts("SELECT version FROM kpm WHERE kpm_id = ?", family.kpmId))
                .containsExactly("7");
    }

    @Test
    void no_nik_is_kept() {
        Family family = world.family(village).infant();
        world.register(family);
        assertThat(rows.texts("SELECT nik_token FROM kpm_member WHERE kpm_id = ?", family.kpmId))
                .singleElement()
                .satisfies(
                        token -> {
                            assertThat(token).matches("[0-9a-f]{64}");
                            assertThat(token).doesNotContain(family.first().nik());
                        });
    }

    @Test
    void a_state_without_a_village_is_parked() {
        UUID kpmId = UUID.randomUUID();
        streams.send(
                "pkh.registry.kpm-state.v1",
                kpmId.toString(),
                "{\"kpm_id\":\"%s\",\"status\":\"ACTIVE\",\"account_known\":true}"
                        .formatted(kpmId)
                        .getBytes(StandardCharsets.UTF_8),
                EventStreams.headers(UUID.randomUUID(), "id.pkh.registry.kpm-state.v1", 1));
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                rows.texts(
                                                "SELECT reason FROM parked_event WHERE event_key = ?",
                                                kpmId.toString())
                                        .contains("PAYLOAD_INCOMPLETE"));
    }

    private List<String> components(Family family) {
        return rows.texts(
                "SELECT component FROM kpm_member WHERE kpm_id = ? ORDER BY component",
                family.kpmId);
    }

    private String status(Family family) {
        return rows.texts("SELECT status FROM kpm WHERE kpm_id = ?", family.kpmId).get(0);
    }
}
