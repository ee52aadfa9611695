package id.pkh.contracts.registry;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A facilitator handed a village over to another one, with notice and overlap.
 *
 * @param facilitatorId facilitator who hands over
 * @param successorId facilitator who takes over
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param noticeGivenOn when the families were notified
 * @param effectiveOn first day of the successor
 * @param overlapUntil last day on which both are responsible
 * @param openCases cases handed over
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record FacilitatorReassigned(
        UUID facilitatorId,
        UUID successorId,
        String villageCode,
        LocalDate noticeGivenOn,
        LocalDate effectiveOn,
        LocalDate overlapUntil,
        int openCases,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
