package id.pkh.registry.placement;

import id.pkh.contracts.meeting.MeetingCancelled;
import id.pkh.contracts.meeting.MeetingPlanned;
import id.pkh.contracts.meeting.MeetingReplanned;
import id.pkh.platform.messaging.envelope.EventMeta;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.notification.QueueNotifications;
import id.pkh.registry.notification.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells the chair and the families of a group what is planned, what moves, and what is off. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class MeetingNotices {

    private static final String REMINDER = "REMINDER";
    private static final String WITHDRAWAL_DAY = "WITHDRAWAL_DAY";

    private final Database database;
    private final QueueNotifications notifications;

    MeetingNotices(Database database, QueueNotifications notifications) {
        this.database = database;
        this.notifications = notifications;
    }

    void planned(ReceivedEvent<MeetingPlanned> event) {
        MeetingPlanned e = event.payload();
        String what = e.kind().equals(WITHDRAWAL_DAY) ? "WithdrawalDay" : "Meeting";
        String name = what + (e.notice().equals(REMINDER) ? "Near" : "Planned");
        notifications.handle(
                List.of(
                        subject(
                                        event.meta(),
                                        name,
                                        e.planItemId(),
                                        e.groupCode(),
                                        e.villageCode(),
                                        e.recordedAt())
                                .withVariables(
                                        variables(e.groupCode(), e.plannedFor(), e.startsAt()))));
    }

    void moved(ReceivedEvent<MeetingReplanned> event) {
        MeetingReplanned e = event.payload();
        notifications.handle(
                List.of(
                        subject(
                                        event.meta(),
                                        "MeetingReplanned",
                                        e.planItemId(),
                                        e.groupCode(),
                                        e.villageCode(),
                                        e.recordedAt())
                                .withVariables(
                                        Map.of(
                                                "group", e.groupCode(),
                                                "before", e.plannedBefore().toString(),
                                                "day", e.plannedFor().toString(),
                                                "hour", e.startsAt()))));
    }

    /** Only those who were told that it is planned. */
    void cancelled(ReceivedEvent<MeetingCancelled> event) {
        MeetingCancelled e = event.payload();
        notifications.handle(
                List.of(
                        subject(
                                        event.meta(),
                                        "MeetingCancelled",
                                        e.planItemId(),
                                        e.groupCode(),
                                        e.villageCode(),
                                        e.recordedAt())
                                .withVariables(
                                        variables(e.groupCode(), e.plannedFor(), e.startsAt()))
                                .takingBack()));
    }

    private Subject subject(
            EventMeta meta,
            String name,
            UUID planItemId,
            String groupCode,
            String villageCode,
            Instant recordedAt) {
        return Subject.ofGroup(
                meta.id(),
                meta.sequence(),
                name,
                planItemId,
                groupCode,
                villageCode,
                familiesOf(groupCode, villageCode),
                BusinessDates.on(recordedAt));
    }

    private List<UUID> familiesOf(String groupCode, String villageCode) {
        return database.query(
                "SELECT id FROM kpm WHERE village_code = :village AND group_code = :group"
                        + " AND status IN ('ACTIVE', 'SUSPENDED') ORDER BY id",
                q ->
                        q.bind("village", villageCode)
                                .bind("group", groupCode)
                                .mapTo(UUID.class)
                                .list());
    }

    private static Map<String, String> variables(String group, LocalDate day, String hour) {
        return Map.of("group", group, "day", day.toString(), "hour", hour);
    }
}
