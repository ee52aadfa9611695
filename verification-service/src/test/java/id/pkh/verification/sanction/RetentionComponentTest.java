package id.pkh.verification.sanction;

import static id.pkh.verification.support.World.corrected;
import static id.pkh.verification.support.World.held;
import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.localstack.OnLocalStack;
import id.pkh.platform.persistence.PartitionedTable;
import id.pkh.platform.persistence.Partitions;
import id.pkh.testsupport.time.MovableClock;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.World;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Facts are not kept for ever, and a family must not notice when they are gone. */
@QuarkusTest
@OnLocalStack("verification")
class RetentionComponentTest {

    private static final Set<String> TABLES =
            Set.of(
                    "meeting_fact",
                    "attendance_fact",
                    "evidence",
                    "commitment_result",
                    "member_result",
                    "form_member");

    @Inject World world;
    @Inject MovableClock clock;
    @Inject Partitions partitions;
    @Inject @All List<PartitionedTable> tables;

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    @Test
    void a_step_stays_when_the_facts_behind_it_may_be_gone() {
        UUID group = UUID.randomUUID();
        Family family = world.family(World.newSubDistrict() + ".1001");
        world.register(family);
        world.tell(held(group, "2026-01", Map.of(family.kpmId, "ABSENT")), 1);
        world.tell(held(group, "2026-06", Map.of(family.kpmId, "ABSENT")), 2);

        clock.setTo(Instant.parse("2029-04-15T03:00:00Z"));
        world.tell(
                corrected(group, "2026-01", "GROUP_MEETING", Map.of(family.kpmId, "PRESENT")), 3);
        world.tell(
                corrected(group, "2026-06", "GROUP_MEETING", Map.of(family.kpmId, "PRESENT")), 4);
        world.tell(held(group, "2029-03", Map.of(family.kpmId, "ABSENT")), 5);

        // of 2026-06 and the two months before it, which the highest rung needs, all is there
        assertThat(world.standing(family.kpmId))
                .containsExactly(
                        "2026-01 GROUP_MEETING_ABSENCE REMINDER",
                        "2029-03 GROUP_MEETING_ABSENCE REMINDER");
    }

    @Test
    void facts_of_months_are_dropped_and_outcomes_are_kept() {
        LocalDate dayAfterRetention = LocalDate.of(2028, 3, 1);
        List<PartitionedTable> own =
                tables.stream().filter(table -> TABLES.contains(table.name())).toList();
        assertThat(own).hasSameSizeAs(TABLES);
        for (PartitionedTable table : own) {
            assertThat(partitions.dropExpired(table, dayAfterRetention.minusDays(1))).isEmpty();
        }
        assertThat(own.stream().flatMap(t -> partitions.dropExpired(t, dayAfterRetention).stream()))
                .containsExactlyInAnyOrder(
                        "meeting_fact_202501", "attendance_fact_202501", "evidence_202501");
    }
}
