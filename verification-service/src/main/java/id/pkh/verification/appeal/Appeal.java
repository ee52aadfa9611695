package id.pkh.verification.appeal;

import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A family does not agree with a step or with a decision. A person lodges the appeal for the
 * family, and an officer who had no part in the case decides. If an appeal against a step is
 * upheld, its period does not count; if one against a decision is upheld, the decision is lifted.
 *
 * @param stepId null when it is against a decision; as are cause and period
 * @param decisionId null when it is against a step
 * @param evidenceReference null when there is no evidence besides the statement
 * @param decideBy the day by which the office has to decide; null in appeals from before there was
 *     such a day
 * @param verdict null while it is open
 */
public record Appeal(
        UUID appealId,
        UUID stepId,
        UUID decisionId,
        UUID kpmId,
        Cause cause,
        VerificationPeriod period,
        AppealChannel channel,
        String grounds,
        String statement,
        String evidenceReference,
        LocalDate decideBy,
        String lodgedBy,
        LocalDate lodgedOn,
        Instant lodgedAt,
        AppealVerdict verdict) {

    public boolean isDecided() {
        return verdict != null;
    }
}
