package id.pkh.contracts.verification;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A family's commitments of a quarter were assessed, or assessed again.
 *
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param period quarter, yyyy-Qn
 * @param result MET, NOT_MET or NOT_VERIFIED: the worst of its members
 * @param attribution FAMILY, FACILITATOR, SERVICE_POINT or NOBODY
 * @param reasons reason codes
 * @param members one entry per commitment
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record CommitmentAssessed(
        UUID kpmId,
        String villageCode,
        String period,
        String result,
        String attribution,
        List<String> reasons,
        List<MemberResult> members,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
