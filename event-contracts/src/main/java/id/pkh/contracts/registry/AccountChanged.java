package id.pkh.contracts.registry;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A family's account, bank or caretaker changed, and who decides next on it.
 *
 * @param kpmId beneficiary family
 * @param changeId the change of account or caretaker
 * @param changeNo number of the change: the version of the family that it made
 * @param villageCode village of the family
 * @param payingBank BRI, BNI, MANDIRI, BTN, BSI or POS; null when unknown
 * @param caretakerMemberId member who holds the account after the change
 * @param source REQUEST, FILE, INITIAL_ROSTER or REFUSAL
 * @param changedBy subject of the person who changed it
 * @param decidedNextBy ANOTHER_PERSON: nothing is paid to the account before another person
 *     confirms it; NOBODY: there is nothing to confirm
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record AccountChanged(
        UUID kpmId,
        UUID changeId,
        long changeNo,
        String villageCode,
        String payingBank,
        UUID caretakerMemberId,
        String source,
        String changedBy,
        String decidedNextBy,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
