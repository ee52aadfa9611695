package id.pkh.contracts.verification;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A notice could not be delivered within the days of the policy; sent once for each step or
 * decision.
 *
 * @param subject STEP or DECISION
 * @param subjectId the step or decision that the notice is about
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param since the day from which the notice was due
 * @param notified roles that are to be notified
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record NoticeUndelivered(
        String subject,
        UUID subjectId,
        UUID kpmId,
        String villageCode,
        LocalDate since,
        List<String> notified,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
