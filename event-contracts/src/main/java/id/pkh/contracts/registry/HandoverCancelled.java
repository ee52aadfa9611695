package id.pkh.contracts.registry;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The hand-over of a village that {@link FacilitatorReassigned} announced was called off before its
 * first day. The assignments follow by events of their own.
 *
 * @param facilitatorId facilitator who keeps the village
 * @param successorId facilitator who does not take it over
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param effectiveOn day that was to be the first day of the successor
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record HandoverCancelled(
        UUID facilitatorId,
        UUID successorId,
        String villageCode,
        LocalDate effectiveOn,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
