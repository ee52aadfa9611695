package id.pkh.contracts.verification;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Two people decided on a proposal that a family leaves.
 *
 * @param decisionId the decision
 * @param proposalId the membership proposal
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param exit TERMINATE, GRADUATE, MOVE, DECEASE or INELIGIBLE
 * @param decision CONFIRM or DISMISS
 * @param reasonCode reason code of the proposal
 * @param effectiveFrom the earliest day on which the decision can take effect
 * @param takesEffect ON_NOTICE: nothing is withheld until DecisionTookEffect
 * @param preparedBy subject of the person who prepared the decision
 * @param decidedBy subject of the person who confirmed it
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record ExitDecided(
        UUID decisionId,
        UUID proposalId,
        UUID kpmId,
        String villageCode,
        String exit,
        String decision,
        String reasonCode,
        LocalDate effectiveFrom,
        String takesEffect,
        String preparedBy,
        String decidedBy,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
