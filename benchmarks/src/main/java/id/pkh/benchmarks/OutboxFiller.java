package id.pkh.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.benchmarks.states.FamilyStates;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.contracts.registry.KpmState;
import id.pkh.platform.messaging.envelope.WireFormat;
import id.pkh.platform.messaging.outbox.Outbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;
import javax.sql.DataSource;

/** Fills an outbox with the events of a service, in many small transactions. */
public final class OutboxFiller {

    private static final int ROWS_IN_TRANSACTION = 100;
    private static final String INSERT =
            "INSERT INTO outbox (shard, topic, event_key, event_id, event_type, sequence, correlation_id,"
                    + " causation_id, traceparent, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Random random = new Random(1);

    /**
     * @return mean size of a payload, in bytes
     */
    public long fill(DataSource database, String topic, FamilyStates states, int rows)
            throws SQLException, JsonProcessingException {
        long bytes = 0;
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < rows; i++) {
                bytes += add(insert, topic, states.next(i));
                if ((i + 1) % ROWS_IN_TRANSACTION == 0 || i == rows - 1) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
        return bytes / rows;
    }

    private int add(PreparedStatement insert, String topic, FamilyStates.Versioned versioned)
            throws SQLException, JsonProcessingException {
        KpmState state = versioned.state();
        byte[] payload = WireFormat.mapper().writeValueAsBytes(state);
        insert.setInt(1, Outbox.shardOf(state.kpmId().toString()));
        insert.setString(2, topic);
        insert.setString(3, state.kpmId().toString());
        insert.setObject(4, UuidCreator.getTimeOrderedEpoch());
        insert.setString(5, EventCatalogue.KPM_STATE.type());
        insert.setLong(6, versioned.version());
        insert.setString(7, UuidCreator.getRandomBased().toString());
        insert.setString(8, UuidCreator.getRandomBased().toString());
        insert.setString(
                9,
                "00-%016x%016x-%016x-01"
                        .formatted(random.nextLong(), random.nextLong(), random.nextLong()));
        insert.setBytes(10, payload);
        insert.addBatch();
        return payload.length;
    }
}
