package id.pkh.contracts.registry;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A data administrator accepted a data update, or some of its changes; they are applied.
 *
 * @param kpmId beneficiary family
 * @param updateId the data update
 * @param villageCode village of the family after it
 * @param revision the revision that was accepted
 * @param kinds what was accepted
 * @param returned number of changes that went back
 * @param acceptedBy subject of the person who accepted it
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record DataUpdateAccepted(
        UUID kpmId,
        UUID updateId,
        String villageCode,
        int revision,
        List<String> kinds,
        int returned,
        String acceptedBy,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
