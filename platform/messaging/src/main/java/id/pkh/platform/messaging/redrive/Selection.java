package id.pkh.platform.messaging.redrive;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Criteria for parked events; null means any.
 *
 * @param ids parked ids, or null
 */
public record Selection(List<Long> ids, String topic, String key, String type, String reason) {

    public Selection {
        ids = ids == null ? null : List.copyOf(ids);
    }

    public boolean isEmpty() {
        return ids == null && topic == null && key == null && type == null && reason == null;
    }

    /** A condition of only the given criteria, so that each kind of query can use its index. */
    public String condition() {
        List<String> parts = new ArrayList<>();
        if (ids != null) {
            parts.add("parked_id = ANY (?)");
        }
        if (topic != null) {
            parts.add("topic = ?");
        }
        if (key != null) {
            parts.add("event_key = ?");
        }
        if (type != null) {
            parts.add("event_type = ?");
        }
        if (reason != null) {
            parts.add("reason = ?");
        }
        return parts.isEmpty() ? "true" : String.join(" AND ", parts);
    }

    /** Sets the parameters of {@link #condition} from {@code at}; returns the next free index. */
    public int bind(PreparedStatement statement, int at) throws SQLException {
        int index = at;
        if (ids != null) {
            statement.setArray(
                    index++, statement.getConnection().createArrayOf("bigint", ids.toArray()));
        }
        for (String text : new String[] {topic, key, type, reason}) {
            if (text != null) {
                statement.setString(index++, text);
            }
        }
        return index;
    }
}
