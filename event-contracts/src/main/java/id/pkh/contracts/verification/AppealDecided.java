package id.pkh.contracts.verification;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A named officer decided on an appeal.
 *
 * @param appealId the appeal
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param stepId the step appealed against; null for an appeal against a decision
 * @param decision UPHELD or REJECTED
 * @param decidedBy subject of the officer
 * @param decisionId the decision appealed against; null for an appeal against a step
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record AppealDecided(
        UUID appealId,
        UUID kpmId,
        String villageCode,
        UUID stepId,
        String decision,
        String decidedBy,
        UUID decisionId,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
