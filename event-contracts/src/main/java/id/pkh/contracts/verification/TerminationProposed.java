package id.pkh.contracts.verification;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The ladder proposes to end the membership; a named officer decides.
 *
 * @param stepId the step on the ladder
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param period the period the signal belongs to: yyyy-MM or yyyy-Qn
 * @param cause cause code, see {@code SanctionCauses}
 * @param rung rung reached, 1 is the lowest
 * @param running periods running with this cause
 * @param attribution FAMILY, FACILITATOR, SERVICE_POINT or NOBODY
 * @param isProtected true: no suspension can be proposed on it
 * @param reasons reason codes
 * @param notified who is told besides the family
 * @param policyCode policy the rung comes from
 * @param legalBasis legal basis recorded with the policy
 * @param occurredOn business date, local
 * @param recordedAt when the system learnt it
 */
public record TerminationProposed(
        UUID stepId,
        UUID kpmId,
        String villageCode,
        String period,
        String cause,
        int rung,
        int running,
        String attribution,
        boolean isProtected,
        List<String> reasons,
        List<String> notified,
        String policyCode,
        String legalBasis,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {

    public static final String TYPE = "id.pkh.verification.termination-proposed.v1";

    public static final String TOPIC = "pkh.verification.sanction.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String key() {
        return kpmId.toString();
    }
}
