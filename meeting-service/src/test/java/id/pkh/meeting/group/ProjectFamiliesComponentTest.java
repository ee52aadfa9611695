package id.pkh.meeting.group;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.contracts.registry.FacilitatorReassigned;
import id.pkh.contracts.registry.HandoverCancelled;
import id.pkh.contracts.registry.KpmState;
import id.pkh.localstack.OnLocalStack;
import id.pkh.meeting.MeetingComponentTest;
import id.pkh.meeting.family.GroupFamilies;
import id.pkh.meeting.support.Api;
import id.pkh.meeting.support.Family;
import id.pkh.platform.messaging.envelope.WireFormat;
import id.pkh.platform.messaging.intake.EventIntake;
import id.pkh.platform.persistence.Database;
import id.pkh.testsupport.events.PublishedEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnLocalStack("meeting")
class ProjectFamiliesComponentTest extends MeetingComponentTest {

    @Inject GroupFamilies families;
    @Inject Database database;
    @Inject EventIntake intake;

    @Test
    void aFamilyWaitsForItsGroupAndIsInItWhenItIsFormed() {
        Family waiting = registry.families(village, group, 1).get(0);

        UUID groupId = Api.formGroup(village, group);

        PublishedEvent formed = published.about(groupId, "group-formed").get(0);
        assertThat(formed.list("member_kpm_ids")).containsExactly(waiting.kpmId().toString());
        assertThat(formed.sequence()).isEqualTo(1);
        assertThat(published.about(groupId, "group-members-changed")).isEmpty();
    }

    @Test
    void aGroupTellsOnceABatchWhoCameAndWent() throws Exception {
        List<Family> first = registry.families(village, group, 2);
        UUID groupId = Api.formGroup(village, group);
        List<Family> newcomers = List.of(Family.another(), Family.another(), Family.another());
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
        for (Family newcomer : newcomers) {
            batch.add(record(newcomer, 1, group, "2026-02-01", "ACTIVE"));
        }
        batch.add(record(first.get(0), 2, null, "2026-02-03", "ACTIVE"));

        intake.accept(poll(batch));

        List<PublishedEvent> said = published.about(groupId, "group-members-changed");
        assertThat(said).hasSize(1);
        assertThat(said.get(0).list("joined_kpm_ids"))
                .containsExactlyInAnyOrderElementsOf(ids(newcomers));
        assertThat(said.get(0).list("left_kpm_ids"))
                .containsExactly(first.get(0).kpmId().toString());
        assertThat(said.get(0).list("member_kpm_ids"))
                .hasSize(4)
                .contains(first.get(1).kpmId().toString())
                .doesNotContain(first.get(0).kpmId().toString());
        assertThat(said.get(0).text("occurred_on")).isEqualTo("2026-02-03");
        assertThat(said.get(0).sequence()).isEqualTo(2);
        assertThat(said.get(0).causationId()).isNotNull();
    }

    @Test
    void aMoveIsToldByBothGroups() {
        Family moving = registry.families(village, group, 1).get(0);
        UUID from = Api.formGroup(village, group);
        UUID to = Api.formGroup(village, village.group(2));

        registry.state(moving, 2, village, village.group(2), "2026-03-01", "ACTIVE");
        registry.await();

        assertThat(published.about(from, "group-members-changed").get(0).list("left_kpm_ids"))
                .containsExactly(moving.kpmId().toString());
        assertThat(published.about(to, "group-members-changed").get(0).list("joined_kpm_ids"))
                .containsExactly(moving.kpmId().toString());
    }

    @Test
    void repeatsAndOlderVersionsChangeNothing() {
        Family family = registry.families(village, group, 1).get(0);
        UUID groupId = Api.formGroup(village, group);
        UUID event = registry.state(family, 3, village, null, "2026-03-01", "ACTIVE");
        registry.await();

        registry.send(event, registry.kpmState(family, village, null, "2026-03-01", "ACTIVE"), 3);
        registry.state(family, 3, village, null, "2026-03-01", "ACTIVE");
        registry.state(family, 2, village, group, "2026-02-01", "SUSPENDED");
        registry.await();

        assertThat(published.about(groupId, "group-members-changed")).hasSize(1);
        assertThat(status(family)).isEqualTo("ACTIVE");
        assertThat(families.onDay(group, LocalDate.parse("2026-02-15")).holds(family.kpmId()))
                .isTrue();
        assertThat(families.onDay(group, LocalDate.parse("2026-03-15")).holds(family.kpmId()))
                .isFalse();
    }

    @Test
    void versionsInAnyOrderGiveTheSameHistory() {
        Random random = new Random(99);
        for (int round = 0; round < 5; round++) {
            Family family = Family.another();
            List<Runnable> versions =
                    new ArrayList<>(
                            List.of(
                                    () -> send(family, 1, village.group(1), "2025-01-01"),
                                    () -> send(family, 2, village.group(2), "2026-02-01"),
                                    () -> send(family, 3, village.group(2), "2025-07-01"),
                                    () -> send(family, 4, village.group(3), "2026-01-20"),
                                    () -> send(family, 4, village.group(3), "2026-01-20")));
            Collections.shuffle(versions, random);
            versions.forEach(Runnable::run);
            registry.await();

            assertThat(spans(family))
                    .containsExactly(
                            village.group(1) + " 2025-01-01 2026-01-19",
                            village.group(3) + " 2026-01-20 null");
        }
    }

    @Test
    void aFamilyThatLeavesTheProgrammeLeavesItsGroup() {
        Family family = registry.families(village, group, 2).get(0);
        UUID groupId = Api.formGroup(village, group);

        registry.state(family, 2, village, group, "2026-03-01", "GRADUATED");
        registry.await();

        assertThat(published.about(groupId, "group-members-changed").get(0).list("left_kpm_ids"))
                .containsExactly(family.kpmId().toString());
    }

    @Test
    void aFamilyThatComesBackIsInItsGroupAgainAndOnTheListOfItsDays() {
        Family family = registry.families(village, group, 2).get(0);
        UUID groupId = Api.formGroup(village, group);
        registry.state(family, 2, village, group, "2026-03-01", "TERMINATED");
        registry.await();

        registry.state(family, 3, village, group, "2026-05-01", "ACTIVE");
        registry.await();

        assertThat(published.about(groupId, "group-members-changed").get(1).list("joined_kpm_ids"))
                .containsExactly(family.kpmId().toString());
        assertThat(onDay("2026-04-15")).doesNotContain(family.kpmId());
        assertThat(onDay("2026-05-15")).contains(family.kpmId());
    }

    private List<UUID> onDay(String day) {
        return families.onDay(group, LocalDate.parse(day)).kpmIds();
    }

    @Test
    void aSuspendedFamilyStaysInItsGroupWithoutAWord() {
        Family family = registry.families(village, group, 1).get(0);
        UUID groupId = Api.formGroup(village, group);

        registry.state(family, 2, village, group, "2026-03-01", "SUSPENDED");
        registry.await();

        assertThat(published.about(groupId, "group-members-changed")).isEmpty();
    }

    @Test
    void anAssignmentIsKeptInItsHighestVersion() {
        UUID assignment = UUID.randomUUID();
        registry.assign(assignment, 2, village, "FACILITATOR", "2026-01-01", "2026-02-28");
        registry.await();
        registry.assign(assignment, 1, village, "FACILITATOR", "2026-01-01", null);
        registry.assign(assignment, 2, village, "FACILITATOR", "2026-01-01", "2026-02-28");
        registry.await();

        List<String> until =
                database.query(
                        "SELECT valid_until::text FROM facilitator_assignment WHERE assignment_id = :id",
                        q -> q.bind("id", assignment).mapTo(String.class).list());
        assertThat(until).containsExactly("2026-02-28");
    }

    @Test
    void aHandOverIsTakenNoteOfWithoutEffectAndAnUnknownTypeIsParked() {
        UUID handedOver =
                registry.send(
                        new FacilitatorReassigned(
                                village.facilitatorId(),
                                UUID.randomUUID(),
                                village.code(),
                                LocalDate.parse("2026-02-01"),
                                LocalDate.parse("2026-03-01"),
                                LocalDate.parse("2026-03-14"),
                                3,
                                LocalDate.parse("2026-02-01"),
                                Instant.EPOCH),
                        1);
        UUID cancelled =
                registry.send(
                        new HandoverCancelled(
                                village.facilitatorId(),
                                UUID.randomUUID(),
                                village.code(),
                                LocalDate.parse("2026-03-01"),
                                LocalDate.parse("2026-02-02"),
                                Instant.EPOCH),
                        2);
        registry.await();

        assertThat(parked(handedOver)).isZero();
        assertThat(parked(cancelled)).isZero();

        UUID unknown =
                registry.send(
                        UUID.randomUUID(),
                        new EventType<>(
                                "id.pkh.registry.kpm-renumbered.v1",
                                EventCatalogue.KPM_STATE.topic(),
                                Renumbered.class,
                                Renumbered::kpmId),
                        new Renumbered(
                                UUID.randomUUID(), LocalDate.parse("2026-02-01"), Instant.EPOCH),
                        1);
        registry.await();

        assertThat(parked(unknown)).isEqualTo(1);
    }

    /** An event that the registry may publish one day. */
    private record Renumbered(UUID kpmId, LocalDate occurredOn, Instant recordedAt)
            implements Event {}

    private void send(Family family, long version, String groupCode, String from) {
        registry.state(family, version, village, groupCode, from, "ACTIVE");
    }

    private String status(Family family) {
        return database.query(
                "SELECT status FROM family WHERE kpm_id = :id",
                q -> q.bind("id", family.kpmId()).mapTo(String.class).one());
    }

    private List<String> spans(Family family) {
        return database.query(
                "SELECT group_code || ' ' || from_date || ' ' || coalesce(until_date::text, 'null')"
                        + " FROM group_membership WHERE kpm_id = :id ORDER BY from_date",
                q -> q.bind("id", family.kpmId()).mapTo(String.class).list());
    }

    private int parked(UUID event) {
        return database.query(
                "SELECT count(*) FROM parked_event WHERE event_id = :id",
                q -> q.bind("id", event.toString()).mapTo(Integer.class).one());
    }

    private ConsumerRecord<String, byte[]> record(
            Family family, long version, String groupCode, String from, String status)
            throws Exception {
        KpmState state = registry.kpmState(family, village, groupCode, from, status);
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>(
                        EventCatalogue.KPM_STATE.topic(),
                        0,
                        0,
                        state.kpmId().toString(),
                        WireFormat.mapper().writeValueAsBytes(state));
        Map<String, String> headers = new HashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_type", EventCatalogue.KPM_STATE.type());
        headers.put("ce_source", "/pkh/registry-service");
        headers.put("ce_time", "2026-01-16T03:00:00Z");
        headers.put("ce_sequence", Long.toString(version));
        headers.forEach(
                (name, value) ->
                        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static ConsumerRecords<String, byte[]> poll(
            List<ConsumerRecord<String, byte[]>> records) {
        return new ConsumerRecords<>(
                Map.of(new TopicPartition(EventCatalogue.KPM_STATE.topic(), 0), records), Map.of());
    }

    private static List<String> ids(List<Family> families) {
        return families.stream().map(family -> family.kpmId().toString()).toList();
    }
}
