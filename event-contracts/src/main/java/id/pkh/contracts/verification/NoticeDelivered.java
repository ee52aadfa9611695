package id.pkh.contracts.verification;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A notice about a step or a decision was delivered to the family.
 *
 * @param noticeId the notice
 * @param subject STEP or DECISION
 * @param subjectId the step or decision that the notice is about
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param route LETTER, VISIT, TELEPHONE or POSTED
 * @param deliveredOn the day of the delivery
 * @param acknowledged whether the family acknowledged the notice
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record NoticeDelivered(
        UUID noticeId,
        String subject,
        UUID subjectId,
        UUID kpmId,
        String villageCode,
        String route,
        LocalDate deliveredOn,
        boolean acknowledged,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
