package id.pkh.contracts.verification;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The notice of a decision against a family was delivered; registry and disbursement act on the
 * decision from now on.
 *
 * @param decisionId the decision
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param measure SUSPEND, TERMINATE, GRADUATE, MOVE, DECEASE or INELIGIBLE
 * @param effect HOLD (paid later when lifted), FORFEIT (not paid) or NONE
 * @param effectiveFrom never before the delivery; for a suspension, payments of cycles that end on
 *     or after this day are concerned; otherwise the first day without membership
 * @param noticeRoute route of the notice that was delivered: LETTER, VISIT, TELEPHONE or POSTED
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record DecisionTookEffect(
        UUID decisionId,
        UUID kpmId,
        String villageCode,
        String measure,
        String effect,
        LocalDate effectiveFrom,
        String noticeRoute,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
