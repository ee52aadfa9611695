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
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
