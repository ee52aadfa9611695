package id.pkh.registry.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pkh.contracts.Event;
import id.pkh.contracts.meeting.FamiliesPlaced;
import id.pkh.contracts.meeting.GroupFormed;
import id.pkh.contracts.meeting.MeetingCancelled;
import id.pkh.contracts.meeting.MeetingPlanned;
import id.pkh.contracts.meeting.MeetingReplanned;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.family.domain.Measure;
import id.pkh.registry.sanction.SanctionTopic;
import id.pkh.testsupport.events.PublishedEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The people of the field place a family in a group, and its record follows. */
@QuarkusTest
class GroupConsumerComponentTest extends RegistryComponentTest {

    private static final String VILLAGE = "17.71.08.1001";
    private static final LocalDate DAY = LocalDate.parse("2026-04-02");
    private static final Instant NOW = Instant.parse("2026-04-02T03:00:00Z");

    @Inject SanctionTopic topic;

    private UUID kpm;

    @BeforeEach
    void aFamily() {
        kpm = importedFamily();
    }

    @Test
    void aFamilyGetsItsGroupOnceAndIsTold() {
        FamiliesPlaced placed = placed(VILLAGE, "71", NOW);
        hears(placed);

        assertThat(group()).isEqualTo(VILLAGE + "-71");
        PublishedEvent state = tables.lastState(kpm);
        assertThat(state.payload().get("group_code").asText()).isEqualTo(VILLAGE + "-71");
        assertThat(state.payload().get("occurred_on").asText()).isEqualTo("2026-04-02");
        assertThat(told()).isEqualTo(1);

        hears(placed);
        assertThat(tables.lastState(kpm).sequence()).isEqualTo(state.sequence());
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void anEarlierPlacementThatArrivesLaterChangesNothing() {
        hears(placed(VILLAGE, "72", NOW));
        hears(placed(VILLAGE, "73", NOW.minusSeconds(60)));
        assertThat(group()).isEqualTo(VILLAGE + "-72");
        hears(placed(VILLAGE, "73", NOW.plusSeconds(60)));
        assertThat(group()).isEqualTo(VILLAGE + "-73");
    }

    @Test
    void aFamilyOfAnotherVillageOrThatHasLeftStaysWhereItIs() {
        String before = group();
        hears(placed("17.71.08.1002", "71", NOW));
        assertThat(group()).isEqualTo(before);

        leaves(kpm, Measure.TERMINATE);
        hears(placed(VILLAGE, "71", NOW.plusSeconds(60)));
        assertThat(group()).isEqualTo(before);
        assertThat(told()).isZero();
    }

    @Test
    void theGroupIsInvitedRemindedAndToldOfChanges() {
        hears(placed(VILLAGE, "75", NOW));
        UUID item = UUID.randomUUID();
        UUID groupId = UUID.randomUUID();
        hears(planned(item, groupId, "GROUP_MEETING", "INVITATION"));
        assertThat(toldOf("MeetingPlanned", kpm.toString())).isEqualTo("GROUP_MEETS QUEUED");
        assertThat(toldOf("MeetingPlanned", VILLAGE + "-75")).isEqualTo("GROUP_MEETS QUEUED");
        hears(planned(item, groupId, "GROUP_MEETING", "REMINDER"));
        assertThat(toldOf("MeetingNear", kpm.toString())).isEqualTo("GROUP_MEETS QUEUED");

        hears(
                new MeetingReplanned(
                        item,
                        groupId,
                        VILLAGE + "-75",
                        VILLAGE,
                        "GROUP_MEETING",
                        DAY.plusDays(5),
                        DAY.plusDays(6),
                        "10:00",
                        DAY,
                        Instant.now()));
        assertThat(toldOf("MeetingReplanned", kpm.toString())).isEqualTo("GROUP_PLAN_MOVED QUEUED");
    }

    @Test
    void whatIsCancelledBeforeItWasToldIsNotTold() {
        hears(placed(VILLAGE, "76", NOW));
        UUID item = UUID.randomUUID();
        UUID groupId = UUID.randomUUID();
        MeetingPlanned planned =
                new MeetingPlanned(
                        item,
                        groupId,
                        VILLAGE + "-76",
                        VILLAGE,
                        "WITHDRAWAL_DAY",
                        "INVITATION",
                        DAY.plusDays(5),
                        "09:00",
                        null,
                        DAY,
                        Instant.now());
        hears(planned);
        assertThat(toldOf("WithdrawalDayPlanned", kpm.toString()))
                .isEqualTo("GROUP_WITHDRAWS QUEUED");
        hears(
                2,
                new MeetingCancelled(
                        item,
                        groupId,
                        VILLAGE + "-76",
                        VILLAGE,
                        "WITHDRAWAL_DAY",
                        DAY.plusDays(5),
                        "09:00",
                        DAY,
                        Instant.now()));
        assertThat(toldOf("WithdrawalDayPlanned", kpm.toString()))
                .isEqualTo("GROUP_WITHDRAWS EXPIRED");
        assertThat(toldOf("MeetingCancelled", kpm.toString()))
                .isEqualTo("GROUP_PLAN_CANCELLED EXPIRED");
    }

    private MeetingPlanned planned(UUID item, UUID groupId, String kind, String notice) {
        return new MeetingPlanned(
                item,
                groupId,
                VILLAGE + "-75",
                VILLAGE,
                kind,
                notice,
                DAY.plusDays(5),
                "09:00",
                null,
                DAY,
                Instant.now());
    }

    private String toldOf(String event, String receiver) {
        return tables.text(
                "SELECT string_agg(template || ' ' || state, ', ') FROM notification WHERE event = ? AND receiver_ref = ?",
                event,
                receiver);
    }

    @Test
    void whatElseIsSaidAboutGroupsPassesBy() {
        String before = group();
        hears(new GroupFormed(UUID.randomUUID(), VILLAGE + "-74", VILLAGE, List.of(kpm), DAY, NOW));
        assertThat(group()).isEqualTo(before);
    }

    private FamiliesPlaced placed(String village, String number, Instant decidedAt) {
        return new FamiliesPlaced(
                UUID.randomUUID(),
                UUID.randomUUID(),
                village + "-" + number,
                village,
                List.of(kpm, UUID.randomUUID()),
                "MOVE",
                DAY,
                decidedAt);
    }

    private void hears(Event event) {
        hears(1, event);
    }

    private void hears(long sequence, Event event) {
        UUID sent = topic.send(sequence, event).get(0);
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                tables.number("SELECT count(*) FROM inbox WHERE event_id = ?", sent)
                                        > 0);
    }

    private String group() {
        return tables.text("SELECT group_code FROM kpm WHERE id = ?", kpm);
    }

    private long told() {
        return tables.number(
                "SELECT count(*) FROM notification WHERE event = 'FamiliesPlaced' AND receiver_ref = ?",
                kpm.toString());
    }
}
