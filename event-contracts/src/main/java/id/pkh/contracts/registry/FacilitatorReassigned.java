package id.pkh.contracts.registry;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A village is handed over, with notice and overlap.
 *
 * @param facilitatorId facilitator who hands over
 * @param successorId facilitator who takes over
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param noticeGivenOn when the families were told
 * @param effectiveOn first day of the successor
 * @param overlapUntil last day on which both answer
 * @param openCases cases handed over
 * @param occurredOn business date, local
 * @param recordedAt when the system learnt it
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
