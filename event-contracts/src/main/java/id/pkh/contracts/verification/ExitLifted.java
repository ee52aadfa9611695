package id.pkh.contracts.verification;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The exit of a family was undone; the family counts as never having left.
 *
 * @param decisionId the decision lifted
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param exit TERMINATE, GRADUATE, MOVE, DECEASE or INELIGIBLE
 * @param reason CORRECTED_FACT, APPEAL_UPHELD or OFFICER_ERROR
 * @param liftedBy subject of the person; "system" for a corrected fact
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record ExitLifted(
        UUID decisionId,
        UUID kpmId,
        String villageCode,
        String exit,
        String reason,
        String liftedBy,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
