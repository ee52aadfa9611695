package id.pkh.registry.dataupdate;

import id.pkh.contracts.registry.DataUpdateAccepted;
import id.pkh.contracts.registry.DataUpdateReturned;
import id.pkh.contracts.registry.DataUpdateSubmitted;
import id.pkh.contracts.registry.DataUpdateWithdrawn;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.dataupdate.domain.Change;
import id.pkh.registry.dataupdate.domain.ReturnReason;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.notification.QueueNotifications;
import id.pkh.registry.notification.Subject;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Publishes what became of data updates, and notifies those whom it concerns. */
@ApplicationScoped
class UpdateEvents {

    private final Outbox outbox;
    private final QueueNotifications notifications;
    private final List<FollowsAcceptance> followers;

    UpdateEvents(
            Outbox outbox,
            QueueNotifications notifications,
            @All List<FollowsAcceptance> followers) {
        this.outbox = outbox;
        this.notifications = notifications;
        this.followers = followers;
    }

    void submitted(UpdateRow update, Family family, List<Change> changes, String by, Instant at) {
        outbox.append(
                new DataUpdateSubmitted(
                        family.id(),
                        update.updateId(),
                        family.details().villageCode(),
                        update.revision(),
                        kinds(changes),
                        update.evidenceKind().name(),
                        update.visitId(),
                        update.reverses(),
                        update.dueOn(),
                        by,
                        BusinessDates.on(at),
                        at),
                family.version());
    }

    /** The family is notified of what concerns its payment. */
    void accepted(
            UpdateRow update,
            Family family,
            List<Change> accepted,
            int returned,
            String by,
            Instant at) {
        UUID event =
                outbox.append(
                        new DataUpdateAccepted(
                                family.id(),
                                update.updateId(),
                                family.details().villageCode(),
                                update.revision(),
                                kinds(accepted),
                                returned,
                                by,
                                BusinessDates.on(at),
                                at),
                        family.version());
        if (accepted.stream().anyMatch(change -> change.kind().concernsPayment())) {
            notifications.handle(List.of(subject(event, "DataUpdateAccepted", update, family, at)));
        }
        if (returned == 0) {
            followers.forEach(follower -> follower.accepted(update.updateId(), family.id()));
        }
    }

    void returned(
            UpdateRow update,
            Family family,
            List<Change> changes,
            List<ReturnReason> reasons,
            String by,
            Instant at) {
        UUID event =
                outbox.append(
                        new DataUpdateReturned(
                                family.id(),
                                update.updateId(),
                                family.details().villageCode(),
                                update.revision(),
                                kinds(changes),
                                reasons.stream().map(Enum::name).sorted().toList(),
                                by,
                                BusinessDates.on(at),
                                at),
                        family.version());
        notifications.handle(List.of(subject(event, "DataUpdateReturned", update, family, at)));
    }

    void withdrawn(UpdateRow update, Family family, String by, Instant at) {
        outbox.append(
                new DataUpdateWithdrawn(
                        family.id(),
                        update.updateId(),
                        family.details().villageCode(),
                        update.revision(),
                        by,
                        BusinessDates.on(at),
                        at),
                family.version());
    }

    private static Subject subject(
            UUID event, String name, UpdateRow update, Family family, Instant at) {
        LocalDate on = BusinessDates.on(at);
        return Subject.ofFamily(event, update.actNo(), name, update.updateId(), family.id(), on)
                .withVariables(Map.of("day", on.toString()));
    }

    private static List<String> kinds(List<Change> changes) {
        return changes.stream().map(change -> change.kind().name()).sorted().toList();
    }
}
