package id.pkh.contracts.registry;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The field took back a data update; what was accepted of it before stays.
 *
 * @param kpmId beneficiary family
 * @param updateId the data update
 * @param villageCode village of the family
 * @param revision the latest revision
 * @param withdrawnBy subject of the person who withdrew it
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record DataUpdateWithdrawn(
        UUID kpmId,
        UUID updateId,
        String villageCode,
        int revision,
        String withdrawnBy,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
