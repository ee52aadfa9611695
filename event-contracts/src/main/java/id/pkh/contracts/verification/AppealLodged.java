package id.pkh.contracts.verification;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A family appealed against a step or a decision.
 *
 * @param appealId the appeal
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param stepId the step appealed against; null for an appeal against a decision
 * @param lodgedBy subject of the person who recorded it
 * @param decisionId the decision appealed against; null for an appeal against a step
 * @param channel how it was lodged; null in events of before
 * @param decideBy last day on which it is due to be decided; null in events of before
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record AppealLodged(
        UUID appealId,
        UUID kpmId,
        String villageCode,
        UUID stepId,
        String lodgedBy,
        UUID decisionId,
        String channel,
        LocalDate decideBy,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
