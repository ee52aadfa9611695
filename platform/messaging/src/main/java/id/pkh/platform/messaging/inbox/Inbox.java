package id.pkh.platform.messaging.inbox;

import id.pkh.platform.messaging.subscription.Delivery;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.argument.Argument;

/**
 * The ids of the events that this service has applied or parked. They are written before the effect
 * and in its transaction, so a record that arrives again has no second effect.
 */
@ApplicationScoped
public class Inbox {

    private final Database database;

    Inbox(Database database) {
        this.database = database;
    }

    /** Remembers the ids of a topic; returns the deliveries that were new, in their order. */
    public List<Delivery> firstTime(List<Delivery> deliveries) {
        Argument ids =
                SqlArrays.uuids(deliveries.stream().map(d -> d.meta().id()).sorted().toList());
        int inserted =
                database.update(
                        "INSERT INTO inbox (event_id, topic) SELECT id, :topic FROM unnest(:ids) AS id"
                                + " ON CONFLICT DO NOTHING",
                        u -> u.bind("topic", deliveries.get(0).source().topic()).bind("ids", ids));
        if (inserted == deliveries.size()) {
            return deliveries;
        }
        Set<UUID> first = rememberedHere(ids);
        return deliveries.stream().filter(d -> first.remove(d.meta().id())).toList();
    }

    /**
     * Which of the ids this transaction has written. This is asked only when some ids were known: a
     * RETURNING clause on every insert costs more than this rare query.
     */
    private Set<UUID> rememberedHere(Argument ids) {
        return database.query(
                "SELECT event_id FROM inbox"
                        + " WHERE event_id = ANY (:ids) AND xmin = pg_current_xact_id()::xid",
                q -> new HashSet<>(q.bind("ids", ids).mapTo(UUID.class).list()));
    }
}
