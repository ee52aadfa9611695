package id.pkh.registry.notification.rest;

import static java.util.stream.Collectors.toMap;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refused;
import id.pkh.registry.notification.domain.NotificationState;
import id.pkh.registry.notification.rest.NotificationList.Row;
import id.pkh.registry.notification.rest.NotificationView.OutcomeItem;
import id.pkh.registry.notification.rest.NotificationView.Outcomes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Notifications that were printed to be handed over, and those that arrived. */
@ApplicationScoped
class HandOver {

    private static final int MAX_NOTIFICATIONS = 1_000;

    private final NotificationList notifications;
    private final NotificationQueries queries;
    private final Caller caller;
    private final Clock clock;

    HandOver(
            NotificationList notifications,
            NotificationQueries queries,
            Caller caller,
            Clock clock) {
        this.notifications = notifications;
        this.queries = queries;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Outcomes printed(List<UUID> ids) {
        if (ids == null
                || ids.isEmpty()
                || ids.contains(null)
                || ids.size() > MAX_NOTIFICATIONS
                || ids.stream().distinct().count() < ids.size()) {
            throw Refused.because("NOTIFICATION_IDS_INVALID")
                    .with("max_notifications", MAX_NOTIFICATIONS);
        }
        Map<UUID, Row> found =
                notifications.lock(queries.visible(), ids).stream()
                        .collect(toMap(Row::notificationId, row -> row));
        List<UUID> printed =
                found.values().stream()
                        .filter(row -> row.state().canBecome(NotificationState.PRINTED))
                        .map(Row::notificationId)
                        .toList();
        notifications.become(NotificationState.PRINTED, printed, caller.subject(), clock.instant());
        return new Outcomes(
                ids.stream().map(id -> new OutcomeItem(id, outcome(found.get(id)))).toList());
    }

    private static String outcome(Row row) {
        if (row == null) {
            return "NOT_FOUND";
        }
        return row.state().canBecome(NotificationState.PRINTED)
                ? NotificationState.PRINTED.name()
                : row.state().name();
    }

    /** What was acknowledged before stays as it is. */
    @Transactional
    NotificationView acknowledge(UUID id) {
        Row row =
                notifications.lock(queries.visible(), List.of(id)).stream()
                        .findFirst()
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        if (!canAcknowledge(row)) {
            throw Refused.because("NOTIFICATION_NOT_YOURS")
                    .with("receiver_role", row.receiverRole().name());
        }
        if (row.state() == NotificationState.ACKNOWLEDGED) {
            return queries.one(id);
        }
        if (!row.state().canBecome(NotificationState.ACKNOWLEDGED)) {
            throw Refused.because("NOTIFICATION_CLOSED").with("state", row.state().name());
        }
        notifications.become(
                NotificationState.ACKNOWLEDGED, List.of(id), caller.subject(), clock.instant());
        return queries.one(id);
    }

    /** A facilitator of the same area is somebody else; an office is whoever has its role there. */
    private boolean canAcknowledge(Row row) {
        return switch (row.receiverRole()) {
            case FAMILY, GROUP_CHAIR -> true;
            case FACILITATOR ->
                    caller.hasRole(Roles.FACILITATOR)
                            && notifications.isFacilitator(row.receiverRef(), caller.subject());
            case COORDINATOR, REGENCY_COORDINATOR -> caller.hasRole(Roles.COORDINATOR);
            case DATA_ADMINISTRATOR -> caller.hasRole(Roles.DATA_ADMINISTRATOR);
        };
    }
}
