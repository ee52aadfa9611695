package id.pkh.platform.messaging.redrive;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.SqlArrays;
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

    /** Only the given criteria, so that each kind of query can use its index. */
    public Conditions conditions() {
        return new Conditions()
                .andIfGiven("parked_id = ANY (?)", ids == null ? null : SqlArrays.numbers(ids))
                .andIfGiven("topic = ?", topic)
                .andIfGiven("event_key = ?", key)
                .andIfGiven("event_type = ?", type)
                .andIfGiven("reason = ?", reason);
    }
}
