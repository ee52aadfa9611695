package id.pkh.platform.messaging.inbox;

import id.pkh.platform.messaging.failure.DatabaseFailure;
import id.pkh.platform.messaging.subscription.Delivery;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The ids of the events that this service has applied or parked. They are written before the effect
 * and in its transaction, so a record that arrives again has no second effect.
 */
@ApplicationScoped
public class Inbox {

    private final AgroalDataSource database;

    Inbox(AgroalDataSource database) {
        this.database = database;
    }

    /** Remembers the ids of a topic; returns the deliveries that were new, in their order. */
    public List<Delivery> firstTime(List<Delivery> deliveries) {
        try (Connection connection = database.getConnection()) {
            Array ids =
                    connection.createArrayOf(
                            "uuid", deliveries.stream().map(d -> d.meta().id()).sorted().toArray());
            int inserted = remember(connection, deliveries.get(0).source().topic(), ids);
            if (inserted == deliveries.size()) {
                return deliveries;
            }
            Set<UUID> first = rememberedHere(connection, ids);
            return deliveries.stream().filter(d -> first.remove(d.meta().id())).toList();
        } catch (SQLException e) {
            throw new DatabaseFailure("the inbox could not be written", e);
        }
    }

    private static int remember(Connection connection, String topic, Array ids)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO inbox (event_id, topic) SELECT id, ? FROM unnest(?) AS id"
                                + " ON CONFLICT DO NOTHING")) {
            insert.setString(1, topic);
            insert.setArray(2, ids);
            return insert.executeUpdate();
        }
    }

    /**
     * Which of the ids this transaction has written. This is asked only when some ids were known: a
     * RETURNING clause on every insert costs more than this rare query.
     */
    private static Set<UUID> rememberedHere(Connection connection, Array ids) throws SQLException {
        Set<UUID> here = new HashSet<>();
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT event_id FROM inbox"
                                + " WHERE event_id = ANY (?) AND xmin = pg_current_xact_id()::xid")) {
            query.setArray(1, ids);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    here.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return here;
    }
}
