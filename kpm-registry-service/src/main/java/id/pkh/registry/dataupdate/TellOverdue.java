package id.pkh.registry.dataupdate;

import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.dataupdate.DataUpdates.Overdue;
import id.pkh.registry.notification.QueueNotifications;
import id.pkh.registry.notification.Subject;
import id.pkh.registry.notification.domain.ReceiverRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Notifies the data administrator, once for each revision, that an update waits for too long. */
@ApplicationScoped
class TellOverdue {

    private static final int MAX_UPDATES = 200;

    private final DataUpdates updates;
    private final QueueNotifications notifications;
    private final Clock clock;

    TellOverdue(DataUpdates updates, QueueNotifications notifications, Clock clock) {
        this.updates = updates;
        this.notifications = notifications;
        this.clock = clock;
    }

    @Transactional
    void handle() {
        LocalDate today = BusinessDates.today(clock);
        List<Overdue> overdue = updates.markOverdue(today, MAX_UPDATES);
        notifications.handle(overdue.stream().map(one -> subject(one, today)).toList());
    }

    private static Subject subject(Overdue one, LocalDate today) {
        String name = "overdue " + one.updateId() + " " + one.actNo();
        return Subject.ofFamily(
                        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                        one.actNo(),
                        "DataUpdateOverdue",
                        one.updateId(),
                        one.kpmId(),
                        today)
                .withVariables(Map.of("day", one.dueOn().toString()))
                .notifying(Set.of(ReceiverRole.DATA_ADMINISTRATOR));
    }
}
