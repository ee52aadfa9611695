package id.pkh.contracts.verification;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A proposal to terminate no longer stands.
 *
 * @param stepId the step on the ladder
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param period the period the signal belongs to: yyyy-MM or yyyy-Qn
 * @param cause cause code, see {@code SanctionCauses}
 * @param rung rung reached, 1 is the lowest
 * @param running periods running with this cause
 * @param attribution FAMILY, FACILITATOR, SERVICE_POINT or NOBODY
 * @param reason why it is withdrawn
 * @param occurredOn business date, local
 * @param recordedAt when the system learnt it
 */
public record TerminationProposalWithdrawn(
        UUID stepId,
        UUID kpmId,
        String villageCode,
        String period,
        String cause,
        int rung,
        int running,
        String attribution,
        String reason,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {

    public static final String TYPE = "id.pkh.verification.termination-proposal-withdrawn.v1";

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
