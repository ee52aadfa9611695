package id.pkh.verification.appeal;

import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A family does not agree with a step. A facilitator or coordinator lodges the appeal for the
 * family, and an officer who had no part in the case decides. If the appeal is upheld, the period
 * does not count.
 *
 * @param verdict null while it is open
 */
public record Appeal(
        UUID appealId,
        UUID stepId,
        UUID kpmId,
        Cause cause,
        VerificationPeriod period,
        String statement,
        String lodgedBy,
        LocalDate lodgedOn,
        Instant lodgedAt,
        AppealVerdict verdict) {

    public boolean isDecided() {
        return verdict != null;
    }
}
