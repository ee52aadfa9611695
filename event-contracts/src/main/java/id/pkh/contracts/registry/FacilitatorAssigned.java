package id.pkh.contracts.registry;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A facilitator is responsible for a village over a range of dates. The event is sent again, with a
 * higher sequence, when the range changes; a last day before the first day takes it back.
 *
 * @param assignmentId the assignment
 * @param facilitatorId facilitator
 * @param facilitatorCode staff code
 * @param role FACILITATOR or COORDINATOR
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param validFrom first day
 * @param validUntil last day; null while open
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record FacilitatorAssigned(
        UUID assignmentId,
        UUID facilitatorId,
        String facilitatorCode,
        String role,
        String villageCode,
        LocalDate validFrom,
        LocalDate validUntil,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
