package id.pkh.platform.messaging;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which parked events are meant; null means any.
 *
 * @param ids parked ids, or null
 */
record Selection(List<Long> ids, String topic, String key, String type, String reason) {

    Selection {
        ids = ids == null ? null : List.copyOf(ids);
    }

    boolean isEmpty() {
        return ids == null && topic == null && key == null && type == null && reason == null;
    }

    /** The condition with only what is asked for, so that each kind of question finds its index. */
    String condition() {
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

    /** Sets the parameters of {@link #condition}, the first at {@code at}; the next free place. */
    int bind(PreparedStatement statement, int at) throws SQLException {
        int place = at;
        if (ids != null) {
            statement.setArray(
                    place++, statement.getConnection().createArrayOf("bigint", ids.toArray()));
        }
        for (String text : new String[] {topic, key, type, reason}) {
            if (text != null) {
                statement.setString(place++, text);
            }
        }
        return place;
    }
}
