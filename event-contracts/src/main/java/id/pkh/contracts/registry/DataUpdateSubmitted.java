package id.pkh.contracts.registry;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The field submitted what has changed in a family; a data administrator decides on it.
 *
 * @param kpmId beneficiary family
 * @param updateId the data update
 * @param villageCode village of the family
 * @param revision 1, and one more each time that it is submitted again
 * @param kinds what changed: BIRTH, DEATH, DEATH_OF_CARETAKER, DEATH_CORRECTED, CARETAKER_CHANGED,
 *     MOVE_WITHIN, MOVE_AWAY, SCHOOL_CHANGED, SCHOOL_LEFT, PREGNANCY_BEGAN, PREGNANCY_ENDED,
 *     COMPONENT_BEGAN, COMPONENT_ENDED, PERSON_CORRECTED, ACCOUNT or TELEPHONE_CHANGED
 * @param evidenceKind code of the evidence, such as FAMILY_CARD
 * @param visitId the home visit that found it; null for every other
 * @param reverses the accepted data update that it takes back; null for every other
 * @param dueOn the day by which it is decided
 * @param submittedBy subject of the person who submitted it
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record DataUpdateSubmitted(
        UUID kpmId,
        UUID updateId,
        String villageCode,
        int revision,
        List<String> kinds,
        String evidenceKind,
        UUID visitId,
        UUID reverses,
        LocalDate dueOn,
        String submittedBy,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
