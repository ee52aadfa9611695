package id.pkh.contracts.verification;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A named officer decided on a proposal to suspend.
 *
 * @param decisionId the decision
 * @param stepId the proposal decided on
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param decision SUSPEND or DISMISS
 * @param effect HOLD (paid later when lifted), FORFEIT (not paid) or NONE
 * @param period period of the proposal
 * @param cause cause code
 * @param effectiveFrom the decision applies to payments of cycles that end on or after this day
 * @param decidedBy subject of the officer
 * @param takesEffect ON_NOTICE: in effect only after {@link DecisionTookEffect}, and effectiveFrom
 *     is the earliest day; null: in effect from effectiveFrom at once, as decisions of before
 * @param preparedBy subject of the person who prepared the decision; null in decisions of before
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record SuspensionDecided(
        UUID decisionId,
        UUID stepId,
        UUID kpmId,
        String villageCode,
        String decision,
        String effect,
        String period,
        String cause,
        LocalDate effectiveFrom,
        String decidedBy,
        String takesEffect,
        String preparedBy,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
