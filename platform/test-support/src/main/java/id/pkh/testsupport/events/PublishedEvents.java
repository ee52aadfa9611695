package id.pkh.testsupport.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.testsupport.rows.Rows;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** What the service under test has published, read from its outbox. */
public class PublishedEvents {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Rows rows;

    public PublishedEvents(Rows rows) {
        this.rows = rows;
    }

    /** Every event with this key, in order. */
    public List<PublishedEvent> about(Object key) {
        return rows.read(
                "SELECT event_id, event_type, topic, sequence, causation_id, correlation_id, payload"
                        + " FROM outbox WHERE event_key = ? ORDER BY id",
                PublishedEvents::event,
                key.toString());
    }

    /** The events with this key and name, in order. */
    public List<PublishedEvent> about(Object key, String name) {
        return about(key).stream().filter(event -> event.name().equals(name)).toList();
    }

    public List<String> names(Object key) {
        return about(key).stream().map(PublishedEvent::name).toList();
    }

    private static PublishedEvent event(ResultSet row) throws SQLException {
        try {
            return new PublishedEvent(
                    row.getObject("event_id", UUID.class),
                    row.getString("event_type"),
                    row.getString("topic"),
                    row.getLong("sequence"),
                    row.getString("causation_id"),
                    row.getString("correlation_id"),
                    JSON.readTree(row.getBytes("payload")));
        } catch (IOException e) {
            throw new IllegalStateException("the outbox has a payload that is not JSON", e);
        }
    }
}
