package id.pkh.registry.complaint;

import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.complaint.domain.ComplaintCodes.Told;
import id.pkh.registry.complaint.domain.HandlingLevel;
import id.pkh.registry.complaint.domain.Standing;
import id.pkh.registry.notification.QueueNotifications;
import id.pkh.registry.notification.Subject;
import id.pkh.registry.notification.domain.ReceiverRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Notifies the level that gets a complaint, and the family of its outcome. What offices are told
 * names no family, because others of the area can read it too.
 */
@ApplicationScoped
class ComplaintNotices {

    private final QueueNotifications notifications;

    ComplaintNotices(QueueNotifications notifications) {
        this.notifications = notifications;
    }

    /**
     * @param version of the complaint after what happened
     */
    void reached(
            UUID complaint,
            String village,
            Standing standing,
            String event,
            int version,
            Instant at) {
        Set<ReceiverRole> receivers = receivers(standing.level());
        if (!receivers.isEmpty()) {
            notifications.handle(
                    List.of(
                            Subject.ofVillage(
                                            eventId(complaint, version),
                                            event,
                                            complaint,
                                            village,
                                            BusinessDates.on(at))
                                    .after(version)
                                    .withVariables(Map.of("day", standing.dueOn().toString()))
                                    .notifying(receivers)));
        }
    }

    void answered(ComplaintRow row, Instant at) {
        if (row.type().told() == Told.MESSAGE) {
            int version = row.version() + 1;
            String day = BusinessDates.on(at).toString();
            notifications.handle(
                    List.of(
                            Subject.ofFamily(
                                            eventId(row.complaintId(), version),
                                            version,
                                            "ComplaintAnswered",
                                            row.complaintId(),
                                            row.kpmId(),
                                            BusinessDates.on(at))
                                    .withVariables(Map.of("day", day))));
        }
    }

    /** The ministry has no office that receives messages; it reads what is due for it. */
    private static Set<ReceiverRole> receivers(HandlingLevel level) {
        return switch (level) {
            case FACILITATOR -> Set.of(ReceiverRole.FACILITATOR);
            case COORDINATOR -> Set.of(ReceiverRole.COORDINATOR);
            case REGENCY ->
                    Set.of(ReceiverRole.REGENCY_COORDINATOR, ReceiverRole.DATA_ADMINISTRATOR);
            case MINISTRY -> Set.of();
        };
    }

    private static UUID eventId(UUID complaint, int version) {
        String name = "complaint " + complaint + " " + version;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
