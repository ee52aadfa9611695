package id.pkh.disbursement.money;

import id.pkh.disbursement.payment.PaymentFamilies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Posts changes of status: the status, its history, the version of the family and the event. All of
 * it happens in the transaction of the caller, which has locked the batch.
 */
@ApplicationScoped
public class PostStatusChanges {

    private final InstructionStatuses statuses;
    private final PaymentFamilies families;
    private final StatusAnnouncements announcements;
    private final PublishLeftChanges publishLeftChanges;

    PostStatusChanges(
            InstructionStatuses statuses,
            PaymentFamilies families,
            StatusAnnouncements announcements,
            PublishLeftChanges publishLeftChanges) {
        this.statuses = statuses;
        this.families = families;
        this.announcements = announcements;
        this.publishLeftChanges = publishLeftChanges;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(
            BatchReference batch, List<StatusChange> changes, StatusChangeSource source) {
        if (changes.isEmpty()) {
            return;
        }
        publishLeftChanges.beforeAnyOther();
        statuses.change(changes, source);
        List<StatusChange> published =
                changes.stream()
                        .filter(change -> announcements.isPublished(change.newStatus()))
                        .toList();
        announcements.announce(
                batch,
                published,
                families.raiseVersions(eventsOfFamilies(published.stream())),
                source.at());
    }

    /** The number of events of each family. */
    static Map<UUID, Integer> eventsOfFamilies(Stream<StatusChange> published) {
        Map<UUID, Integer> events = new HashMap<>();
        published.forEach(change -> events.merge(change.instruction().kpmId(), 1, Integer::sum));
        return events;
    }
}
