package id.pkh.contracts.registry;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A second person confirmed a family's account, so it can be paid.
 *
 * @param kpmId beneficiary family
 * @param changeId the change of account or caretaker
 * @param changeNo number of the change: the version of the family that it made
 * @param villageCode village of the family
 * @param payingBank BRI, BNI, MANDIRI, BTN, BSI or POS; null when unknown
 * @param confirmedBy subject of the person who confirmed it, never the one who changed it
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record AccountConfirmed(
        UUID kpmId,
        UUID changeId,
        long changeNo,
        String villageCode,
        String payingBank,
        String confirmedBy,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
