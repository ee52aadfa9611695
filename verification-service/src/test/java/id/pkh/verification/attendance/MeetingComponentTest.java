package id.pkh.verification.attendance;

import static id.pkh.verification.support.World.corrected;
import static id.pkh.verification.support.World.held;
import static id.pkh.verification.support.World.notHeld;
import static id.pkh.verification.support.World.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pkh.contracts.meeting.MeetingHeld;
import id.pkh.contracts.meeting.MeetingMonthClosed;
import id.pkh.localstack.OnLocalStack;
import id.pkh.testsupport.events.EventStreams;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.rows.Rows;
import id.pkh.verification.support.Family;
import id.pkh.verification.support.World;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Meetings come in as events and steps go out as events, against a real broker and a real database.
 */
@QuarkusTest
@OnLocalStack("verification")
class MeetingComponentTest {

    @Inject World world;
    @Inject EventStreams streams;
    @Inject Rows rows;

    private final UUID group = UUID.randomUUID();
    private Family family;
    private UUID kpm;

    @BeforeEach
    void registerAFamily() {
        family = world.family(World.newSubDistrict() + ".1001").pupil(World.newSchool());
        kpm = family.kpmId;
        world.register(family);
    }

    @Test
    void three_absences_running_climb_the_ladder_and_every_step_is_told() {
        UUID first = world.tell(held(group, "2026-01", Map.of(kpm, "ABSENT")), 1);
        world.tell(held(group, "2026-02", Map.of(kpm, "ABSENT")), 2);
        UUID third = world.tell(held(group, "2026-03", Map.of(kpm, "ABSENT")), 3);

        assertThat(world.standing(kpm))
                .containsExactly(
                        "2026-01 GROUP_MEETING_ABSENCE REMINDER",
                        "2026-02 GROUP_MEETING_ABSENCE SUSPENSION_WARNING",
                        "2026-03 GROUP_MEETING_ABSENCE SUSPENSION_PROPOSED");
        List<PublishedEvent> told = world.sanctions(kpm, 3);
        assertThat(told)
                .extracting(PublishedEvent::type)
                .containsExactly(
                        "id.pkh.verification.reminder-issued.v1",
                        "id.pkh.verification.suspension-warning-issued.v1",
                        "id.pkh.verification.suspension-proposed.v1");
        assertThat(told).extracting(PublishedEvent::sequence).containsExactly(1L, 2L, 3L);
        PublishedEvent proposal = told.get(2);
        assertThat(proposal.causationId()).isEqualTo(third.toString());
        assertThat(told.get(0).correlationId()).isEqualTo("story-" + first);
        assertThat(proposal.text("village_code")).isEqualTo(family.villageCode);
        assertThat(proposal.text("attribution")).isEqualTo("FAMILY");
        assertThat(proposal.payload().path("reasons").get(0).asText())
                .isEqualTo("ABSENT_WITHOUT_EXCUSE");
        assertThat(proposal.payload().path("notified")).hasSize(2);
        assertThat(proposal.payload().path("running").asInt()).isEqualTo(3);
        assertThat(proposal.payload().path("is_protected").asBoolean()).isFalse();
        assertThat(proposal.text("policy_code")).isEqualTo("LADDER-2026");
    }

    @Test
    void marks_that_excuse_or_tell_nothing_lead_to_nothing() {
        world.tell(held(group, "2026-01", Map.of(kpm, "SICK")), 1);
        world.tell(held(group, "2026-02", Map.of(kpm, "PERMITTED")), 2);
        world.tell(held(group, "2026-03", Map.of(kpm, "UNMARKED")), 3);
        world.tell(held(group, "2026-04", Map.of(kpm, "A_MARK_OF_TOMORROW")), 4);
        assertThat(world.standing(kpm)).isEmpty();
    }

    @Test
    void the_same_event_twice_and_the_same_meeting_under_another_id_have_one_effect() {
        MeetingHeld meeting = held(group, "2026-01", Map.of(kpm, "ABSENT"));
        UUID eventId = world.tell(meeting, 1);
        streams.publish(eventId, meeting, 1);
        world.tell(meeting, 1);
        world.tell(held(group, "2026-02", Map.of(kpm, "PRESENT")), 2);
        assertThat(world.sanctions(kpm, 1)).hasSize(1);
        assertThat(rows.number("SELECT count(*) FROM sanction_step WHERE kpm_id = ?", kpm))
                .isEqualTo(1);
        assertThat(
                        rows.number(
                                "SELECT count(*) FROM attendance_fact WHERE kpm_id = ? AND month = '2026-01-01'",
                                kpm))
                .isEqualTo(1);
    }

    @Test
    void a_correction_withdraws_what_no_longer_follows() {
        world.tell(held(group, "2026-01", Map.of(kpm, "ABSENT")), 1);
        world.tell(held(group, "2026-02", Map.of(kpm, "ABSENT")), 2);
        world.tell(corrected(group, "2026-01", "GROUP_MEETING", Map.of(kpm, "PRESENT")), 3);
        assertThat(world.standing(kpm)).containsExactly("2026-02 GROUP_MEETING_ABSENCE REMINDER");
        List<PublishedEvent> told = world.sanctions(kpm, 5);
        assertThat(told)
                .extracting(PublishedEvent::type)
                .containsExactly(
                        "id.pkh.verification.reminder-issued.v1",
                        "id.pkh.verification.suspension-warning-issued.v1",
                        "id.pkh.verification.reminder-withdrawn.v1",
                        "id.pkh.verification.suspension-warning-withdrawn.v1",
                        "id.pkh.verification.reminder-issued.v1");
        assertThat(told).extracting(PublishedEvent::sequence).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(told.get(2).text("reason")).isEqualTo("CORRECTED_FACT");
        assertThat(told.get(3).text("step_id")).isEqualTo(told.get(1).text("step_id"));
    }

    @Test
    void a_correction_that_comes_before_its_meeting_stands() {
        world.tell(corrected(group, "2026-01", "GROUP_MEETING", Map.of(kpm, "PRESENT")), 2);
        world.tell(held(group, "2026-01", Map.of(kpm, "ABSENT")), 1);
        assertThat(world.standing(kpm)).isEmpty();
        assertThat(rows.number("SELECT count(*) FROM attendance_fact WHERE kpm_id = ?", kpm))
                .isEqualTo(2);
    }

    @Test
    void months_in_any_order_lead_to_the_same_steps() {
        world.tell(held(group, "2026-03", Map.of(kpm, "ABSENT")), 3);
        world.tell(held(group, "2026-01", Map.of(kpm, "ABSENT")), 1);
        world.tell(held(group, "2026-02", Map.of(kpm, "ABSENT")), 2);
        assertThat(world.standing(kpm))
                .containsExactly(
                        "2026-01 GROUP_MEETING_ABSENCE REMINDER",
                        "2026-02 GROUP_MEETING_ABSENCE SUSPENSION_WARNING",
                        "2026-03 GROUP_MEETING_ABSENCE SUSPENSION_PROPOSED");
    }

    @Test
    void the_later_of_held_and_not_held_stands_whichever_came_first() {
        world.tell(held(group, "2026-01", Map.of(kpm, "ABSENT")), 5);
        world.tell(notHeld(group, "2026-01", "NO_SHEET_RECEIVED", "FACILITATOR", kpm), 4);
        assertThat(world.standing(kpm)).containsExactly("2026-01 GROUP_MEETING_ABSENCE REMINDER");
        world.tell(notHeld(group, "2026-01", "FACILITATOR_ABSENT", "FACILITATOR", kpm), 6);
        assertThat(world.standing(kpm)).isEmpty();
        world.tell(held(group, "2026-01", Map.of(kpm, "ABSENT")), 7);
        assertThat(world.standing(kpm)).containsExactly("2026-01 GROUP_MEETING_ABSENCE REMINDER");
    }

    @Test
    void three_meetings_not_held_warn_the_family_and_protect_it() {
        for (int month = 1; month <= 4; month++) {
            world.tell(
                    notHeld(group, "2026-0" + month, "NO_SHEET_RECEIVED", "FACILITATOR", kpm),
                    month);
        }
        assertThat(world.standing(kpm))
                .containsExactly(
                        "2026-03 MEETING_NOT_HELD SUSPENSION_WARNING",
                        "2026-04 MEETING_NOT_HELD SUSPENSION_WARNING");
        PublishedEvent warning = world.sanctions(kpm, 2).get(0);
        assertThat(warning.payload().path("is_protected").asBoolean()).isTrue();
        assertThat(warning.text("attribution")).isEqualTo("FACILITATOR");
        assertThat(warning.payload().path("notified")).hasSize(2);
    }

    @Test
    void a_meeting_not_held_for_nobodys_fault_starts_the_count_again() {
        world.tell(notHeld(group, "2026-01", "NO_SHEET_RECEIVED", "FACILITATOR", kpm), 1);
        world.tell(notHeld(group, "2026-02", "DISASTER", "NOBODY", kpm), 2);
        world.tell(notHeld(group, "2026-03", "NO_SHEET_RECEIVED", "FACILITATOR", kpm), 3);
        assertThat(world.standing(kpm)).isEmpty();
    }

    @Test
    void sessions_and_group_meetings_are_counted_apart() {
        world.tell(session(group, "2026-01", Map.of(kpm, "ABSENT")), 1);
        world.tell(held(group, "2026-01", Map.of(kpm, "ABSENT")), 2);
        world.tell(session(group, "2026-02", Map.of(kpm, "ABSENT")), 3);
        assertThat(world.standing(kpm))
                .containsExactly(
                        "2026-01 GROUP_MEETING_ABSENCE REMINDER",
                        "2026-01 P2K2_ABSENCE REMINDER",
                        "2026-02 P2K2_ABSENCE SUSPENSION_WARNING");
        world.tell(corrected(group, "2026-02", "P2K2", Map.of(kpm, "SICK")), 4);
        assertThat(world.standing(kpm))
                .containsExactly(
                        "2026-01 GROUP_MEETING_ABSENCE REMINDER", "2026-01 P2K2_ABSENCE REMINDER");
    }

    @Test
    void a_family_in_two_groups_is_judged_by_the_better_fact() {
        UUID otherGroup = UUID.randomUUID();
        world.tell(held(group, "2026-01", Map.of(kpm, "ABSENT")), 1);
        assertThat(world.standing(kpm)).hasSize(1);
        world.tell(held(otherGroup, "2026-01", Map.of(kpm, "PRESENT")), 1);
        assertThat(world.standing(kpm)).isEmpty();
    }

    @Test
    void a_family_that_a_correction_takes_off_the_list_is_looked_at_again() {
        Family neighbour = world.family(family.villageCode);
        world.register(neighbour);
        Map<UUID, String> both = new HashMap<>(Map.of(kpm, "ABSENT", neighbour.kpmId, "ABSENT"));
        world.tell(held(group, "2026-01", both), 1);
        assertThat(world.standing(neighbour.kpmId)).hasSize(1);
        world.tell(corrected(group, "2026-01", "GROUP_MEETING", Map.of(kpm, "ABSENT")), 2);
        assertThat(world.standing(neighbour.kpmId)).isEmpty();
        assertThat(world.standing(kpm)).hasSize(1);
    }

    @Test
    void a_family_that_the_registry_did_not_tell_of_yet_is_reminded_all_the_same() {
        UUID stranger = UUID.randomUUID();
        world.tell(held(group, "2026-01", Map.of(stranger, "ABSENT")), 1);
        assertThat(world.sanctions(stranger, 1))
                .singleElement()
                .satisfies(
                        told -> assertThat(told.text("village_code")).isEqualTo("11.01.01.2001"));
    }

    @Test
    void a_closed_month_is_knowingly_ignored() {
        world.tell(
                new MeetingMonthClosed(
                        group,
                        "G-01",
                        family.villageCode,
                        YearMonth.of(2026, 1),
                        true,
                        true,
                        LocalDate.of(2026, 1, 31),
                        Instant.parse("2026-02-01T03:00:00Z")),
                1);
        assertThat(
                        rows.number(
                                "SELECT count(*) FROM parked_event WHERE event_key = ?",
                                group.toString()))
                .isZero();
    }

    @Test
    void what_cannot_be_applied_is_parked_and_later_events_of_the_group_wait_behind_it() {
        String topic = "pkh.meeting.meeting.v1";
        byte[] broken = "{\"group_id\": 5".getBytes(StandardCharsets.UTF_8);
        streams.send(
                topic,
                group.toString(),
                broken,
                EventStreams.headers(UUID.randomUUID(), "id.pkh.meeting.meeting-held.v1", 1));
        streams.publish(held(group, "2026-01", Map.of(kpm, "ABSENT")), 2);
        awaitParked(group, 2);
        assertThat(world.standing(kpm)).isEmpty();

        UUID otherGroup = UUID.randomUUID();
        world.tell(held(otherGroup, "2026-01", Map.of(kpm, "ABSENT")), 1);
        assertThat(world.standing(kpm)).hasSize(1);
    }

    @Test
    void an_event_without_what_it_needs_is_parked_and_its_neighbours_are_not() {
        UUID badGroup = UUID.randomUUID();
        streams.send(
                "pkh.meeting.meeting.v1",
                badGroup.toString(),
                "{\"group_id\":\"%s\",\"month\":null,\"attendance\":[]}"
                        .formatted(badGroup)
                        .getBytes(StandardCharsets.UTF_8),
                EventStreams.headers(UUID.randomUUID(), "id.pkh.meeting.meeting-held.v1", 1));
        streams.send(
                "pkh.meeting.meeting.v1",
                badGroup.toString(),
                "{}".getBytes(StandardCharsets.UTF_8),
                EventStreams.headers(UUID.randomUUID(), "id.pkh.meeting.something-new.v1", 2));
        world.tell(held(group, "2026-01", Map.of(kpm, "ABSENT")), 1);
        assertThat(world.standing(kpm)).hasSize(1);
        awaitParked(badGroup, 2);
        assertThat(
                        rows.texts(
                                "SELECT reason FROM parked_event WHERE event_key = ? ORDER BY parked_id",
                                badGroup.toString()))
                .first()
                .isEqualTo("PAYLOAD_INCOMPLETE");
    }

    private void awaitParked(UUID key, int events) {
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                rows.number(
                                                "SELECT count(*) FROM parked_event WHERE event_key = ?",
                                                key.toString())
                                        == events);
    }

    @Test
    void a_meeting_of_twenty_five_families_is_one_change() {
        Family[] families = new Family[25];
        Map<UUID, String> marks = new HashMap<>();
        for (int i = 0; i < families.length; i++) {
            families[i] = world.family(family.villageCode);
            marks.put(families[i].kpmId, i % 2 == 0 ? "ABSENT" : "PRESENT");
        }
        world.register(families);
        UUID eventId = world.tell(held(group, "2026-01", marks), 1);
        assertThat(
                        rows.number(
                                "SELECT count(*) FROM outbox WHERE causation_id = ? AND event_type = ?",
                                eventId.toString(),
                                "id.pkh.verification.reminder-issued.v1"))
                .isEqualTo(13);
    }
}
