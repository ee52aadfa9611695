package id.pkh.contracts.verification;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A pending appeal stays a decision; until the stay ends the decision counts as not in effect.
 *
 * @param decisionId the decision
 * @param appealId the appeal
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record DecisionStayed(
        UUID decisionId,
        UUID appealId,
        UUID kpmId,
        String villageCode,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
