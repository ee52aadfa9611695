package id.pkh.contracts.registry;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A data update, or some of its changes, went back to the field, with the reasons.
 *
 * @param kpmId beneficiary family
 * @param updateId the data update
 * @param villageCode village of the family
 * @param revision the revision that went back
 * @param kinds what went back
 * @param reasons codes: EVIDENCE_MISSING, EVIDENCE_UNREADABLE, EVIDENCE_DISAGREES, WRONG_PERSON,
 *     WRONG_DATE, ALREADY_RECORDED, CONTRADICTS_RECORD or OTHER
 * @param returnedBy subject of the person who returned it
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record DataUpdateReturned(
        UUID kpmId,
        UUID updateId,
        String villageCode,
        int revision,
        List<String> kinds,
        List<String> reasons,
        String returnedBy,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
