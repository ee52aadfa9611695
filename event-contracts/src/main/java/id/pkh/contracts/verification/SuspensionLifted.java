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
 * @param reason CORRECTED_FACT, APPEAL_UPHELD, COMMITMENT_MET or OFFICER
 * @param liftedBy subject of the officer; "system" for a corrected fact
 * @param occurredOn business date, local
 * @param recordedAt when the system learnt it
 */
public record SuspensionLifted(
        UUID decisionId,
        UUID kpmId,
        String villageCode,
        String reason,
        String liftedBy,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {

    public static final String TYPE = "id.pkh.verification.suspension-lifted.v1";

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
