package id.pkh.contracts.verification;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A termination was undone; the family counts as never terminated.
 *
 * @param decisionId the decision lifted
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param reason CORRECTED_FACT, APPEAL_UPHELD or OFFICER_ERROR
 * @param liftedBy subject of the person; "system" for a corrected fact
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record TerminationLifted(
        UUID decisionId,
        UUID kpmId,
        String villageCode,
        String reason,
        String liftedBy,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
