package id.pkh.contracts.registry;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A change of a family's account was refused; the account before it stands again.
 *
 * @param kpmId beneficiary family
 * @param changeId the change of account or caretaker
 * @param changeNo number of the change: the version of the family that it made
 * @param villageCode village of the family
 * @param payingBank BRI, BNI, MANDIRI, BTN, BSI or POS; null when unknown
 * @param reason code: WRONG_NUMBER, WRONG_HOLDER, NOT_REQUESTED, SUSPECTED_FRAUD, WITHDRAWN or
 *     OTHER
 * @param refusedBy subject of the person who refused it
 * @param restoredByChangeId the change that brought the former account back
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record AccountRefused(
        UUID kpmId,
        UUID changeId,
        long changeNo,
        String villageCode,
        String payingBank,
        String reason,
        String refusedBy,
        UUID restoredByChangeId,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
