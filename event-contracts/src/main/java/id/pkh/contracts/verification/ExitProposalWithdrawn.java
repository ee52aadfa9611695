package id.pkh.contracts.verification;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A proposal that a family leaves was withdrawn.
 *
 * @param proposalId the membership proposal
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param exit TERMINATE, GRADUATE, MOVE, DECEASE or INELIGIBLE
 * @param withdrawnBy subject of the person who withdrew it
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record ExitProposalWithdrawn(
        UUID proposalId,
        UUID kpmId,
        String villageCode,
        String exit,
        String withdrawnBy,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
