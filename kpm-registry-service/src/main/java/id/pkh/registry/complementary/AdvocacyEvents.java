package id.pkh.registry.complementary;

import id.pkh.contracts.registry.AdvocacyStateChanged;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.complementary.Advocacies.AdvocacyRow;
import id.pkh.registry.complementary.domain.AdvocacyState;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.notification.QueueNotifications;
import id.pkh.registry.notification.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Publishes each step of an advocacy, and notifies the facilitator of the centre's answer. */
@ApplicationScoped
class AdvocacyEvents {

    private final Outbox outbox;
    private final QueueNotifications notifications;

    AdvocacyEvents(Outbox outbox, QueueNotifications notifications) {
        this.outbox = outbox;
        this.notifications = notifications;
    }

    /**
     * @param before null when it was listed
     */
    void changed(AdvocacyRow row, AdvocacyState before, Family family, String by, Instant at) {
        LocalDate on = BusinessDates.on(at);
        UUID event =
                outbox.append(
                        new AdvocacyStateChanged(
                                family.id(),
                                row.advocacyId(),
                                family.details().villageCode(),
                                row.programme().name(),
                                row.memberId(),
                                before == null ? null : before.name(),
                                row.state().name(),
                                row.period(),
                                row.refusal() == null ? null : row.refusal().name(),
                                by,
                                on,
                                at),
                        family.version());
        if (row.state() == AdvocacyState.GRANTED || row.state() == AdvocacyState.REFUSED) {
            notifications.handle(
                    List.of(
                            Subject.ofFamily(
                                            event,
                                            row.version(),
                                            "AdvocacyAnswered",
                                            row.advocacyId(),
                                            family.id(),
                                            on)
                                    .withVariables(Map.of("day", on.toString()))));
        }
    }
}
