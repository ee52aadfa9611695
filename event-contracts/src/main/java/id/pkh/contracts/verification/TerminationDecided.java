package id.pkh.contracts.verification;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A named officer decided on a proposal to terminate.
 *
 * @param decisionId the decision
 * @param stepId the proposal decided on
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param decision TERMINATE or DISMISS
 * @param effectiveFrom first day without membership
 * @param decidedBy subject of the officer
 * @param takesEffect ON_NOTICE: in effect only after {@link DecisionTookEffect}, and effectiveFrom
 *     is the earliest day; null: in effect from effectiveFrom at once, as decisions of before
 * @param preparedBy subject of the person who prepared the decision; null in decisions of before
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record TerminationDecided(
        UUID decisionId,
        UUID stepId,
        UUID kpmId,
        String villageCode,
        String decision,
        LocalDate effectiveFrom,
        String decidedBy,
        String takesEffect,
        String preparedBy,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
