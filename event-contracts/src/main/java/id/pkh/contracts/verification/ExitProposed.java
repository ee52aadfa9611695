package id.pkh.contracts.verification;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A user proposed that a family leaves the programme; two other people decide.
 *
 * @param proposalId the membership proposal
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param exit TERMINATE, GRADUATE, MOVE, DECEASE or INELIGIBLE
 * @param reasonCode reason code of the proposal
 * @param effectiveOn the day from which the proposal asks for it
 * @param proposedBy subject of the person who proposes
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record ExitProposed(
        UUID proposalId,
        UUID kpmId,
        String villageCode,
        String exit,
        String reasonCode,
        LocalDate effectiveOn,
        String proposedBy,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
