package id.pkh.contracts.registry;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The family moved to another village or group.
 *
 * @param kpmId beneficiary family
 * @param oldVillageCode village before
 * @param newVillageCode village after
 * @param oldGroupCode group before
 * @param newGroupCode group after
 * @param occurredOn business date, local
 * @param recordedAt when the system learnt it
 */
public record KpmMoved(
        UUID kpmId,
        String oldVillageCode,
        String newVillageCode,
        String oldGroupCode,
        String newGroupCode,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {

    public static final String TYPE = "id.pkh.registry.kpm-moved.v1";

    public static final String TOPIC = "pkh.registry.kpm.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String key() {
        return kpmId.toString();
    }
}
