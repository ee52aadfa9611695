package id.pkh.contracts.verification;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A suspension ended.
 *
 * @param decisionId the decision lifted
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param reason CORRECTED_FACT, APPEAL_UPHELD, OFFICER_ERROR or COMMITMENT_MET; events of before
 *     also carry OFFICER
 * @param liftedBy subject of the officer; "system" for a corrected fact
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record SuspensionLifted(
        UUID decisionId,
        UUID kpmId,
        String villageCode,
        String reason,
        String liftedBy,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
