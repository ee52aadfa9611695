package id.pkh.contracts.verification;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An appeal was not decided in time; a failure of the office, never of the family.
 *
 * @param appealId the appeal
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param decideBy the last day on which the appeal was due to be decided
 * @param notified roles that are to be notified
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record AppealOverdue(
        UUID appealId,
        UUID kpmId,
        String villageCode,
        LocalDate decideBy,
        List<String> notified,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
