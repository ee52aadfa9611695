package id.pkh.contracts.verification;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Two people let a family that had left come back from a day on, with its history.
 *
 * @param decisionId the decision
 * @param proposalId the membership proposal
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param effectiveFrom first day of the membership that begins again; nothing is paid for the time
 *     away
 * @param reasonCode reason code of the proposal
 * @param preparedBy subject of the person who prepared the decision
 * @param decidedBy subject of the person who confirmed it
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record MembershipReinstated(
        UUID decisionId,
        UUID proposalId,
        UUID kpmId,
        String villageCode,
        LocalDate effectiveFrom,
        String reasonCode,
        String preparedBy,
        String decidedBy,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
