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
 * @param recordedAt when the system recorded the fact
 */
public record KpmMoved(
        UUID kpmId,
        String oldVillageCode,
        String newVillageCode,
        String oldGroupCode,
        String newGroupCode,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
