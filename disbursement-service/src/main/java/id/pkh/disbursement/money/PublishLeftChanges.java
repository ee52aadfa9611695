package id.pkh.disbursement.money;

import id.pkh.disbursement.money.UnpublishedChanges.Unpublished;
import id.pkh.disbursement.payment.LockedFamilies;
import id.pkh.disbursement.payment.PaymentFamilies;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;

/**
 * Publishes the changes that the previous release had not published when the tables were migrated.
 * It runs once, when the service starts. Published changes are deleted in the same transaction, so
 * that each is published exactly once.
 */
@ApplicationScoped
public class PublishLeftChanges {

    private static final int CHANGES_AT_ONCE = 5_000;

    private final UnpublishedChanges unpublished;
    private final PaymentFamilies families;
    private final StatusAnnouncements announcements;
    private volatile boolean done;

    PublishLeftChanges(
            UnpublishedChanges unpublished,
            PaymentFamilies families,
            StatusAnnouncements announcements) {
        this.unpublished = unpublished;
        this.families = families;
        this.announcements = announcements;
    }

    void start(@Observes StartupEvent event) {
        beforeAnyOther();
    }

    /**
     * Returns when all changes are published, so that later events of a family follow the earlier
     * ones.
     */
    void beforeAnyOther() {
        if (!done) {
            handle();
            done = true;
        }
    }

    public void handle() {
        while (QuarkusTransaction.requiringNew().call(this::publishSome)) {
            // the next ones
        }
    }

    private boolean publishSome() {
        unpublished.lock();
        List<Unpublished> some = unpublished.take(CHANGES_AT_ONCE);
        LockedFamilies locked =
                families.raiseVersions(
                        PostStatusChanges.eventsOfFamilies(some.stream().map(Unpublished::change)));
        for (List<Unpublished> together : byAct(some)) {
            Unpublished first = together.get(0);
            List<StatusChange> changes = together.stream().map(Unpublished::change).toList();
            first.act()
                    .run(() -> announcements.announce(first.batch(), changes, locked, first.at()));
        }
        return !some.isEmpty();
    }

    /**
     * Groups the changes in their order; usually thousands of consecutive changes belong to one
     * act.
     */
    private static List<List<Unpublished>> byAct(List<Unpublished> some) {
        List<List<Unpublished>> groups = new ArrayList<>();
        Unpublished last = null;
        for (Unpublished one : some) {
            if (last == null || !one.isOfSameAct(last)) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(one);
            last = one;
        }
        return groups;
    }
}
