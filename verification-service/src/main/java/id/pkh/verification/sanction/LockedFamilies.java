package id.pkh.verification.sanction;

import id.pkh.contracts.Event;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Publishes the events of families in their order. */
@ApplicationScoped
public class LockedFamilies {

    private final SanctionHistories histories;
    private final Outbox outbox;

    LockedFamilies(SanctionHistories histories, Outbox outbox) {
        this.histories = histories;
        this.outbox = outbox;
    }

    /** Locks the families until the transaction ends; facts about them are read after this. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Events lock(Collection<UUID> kpmIds) {
        return new Events(histories.lock(kpmIds));
    }

    /** The events of locked families; they are published together. */
    public final class Events {

        private final Map<UUID, Long> versions;
        private final List<Sequenced> events = new ArrayList<>();

        private Events(Map<UUID, Long> versions) {
            this.versions = new HashMap<>(versions);
        }

        public void add(UUID kpmId, Event event) {
            events.add(new Sequenced(event, versions.merge(kpmId, 1L, Long::sum)));
        }

        public void publish() {
            if (!events.isEmpty()) {
                outbox.appendAll(events);
                histories.saveVersions(versions);
            }
        }
    }
}
