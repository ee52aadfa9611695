package id.pkh.verification.sanction;

import id.pkh.verification.sanction.domain.ActiveStep;
import id.pkh.verification.sanction.domain.DueStep;
import id.pkh.verification.sanction.domain.StepKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A step as it was issued, and perhaps withdrawn since. Nothing else about it ever changes: {@code
 * due.running()} is the count on the day of issue.
 *
 * @param villageCode where the family lived when it was issued
 * @param withdrawnAt null while it is in effect
 */
public record IssuedStep(
        UUID stepId,
        UUID kpmId,
        String villageCode,
        DueStep due,
        LocalDate issuedOn,
        Instant issuedAt,
        Instant withdrawnAt,
        WithdrawalReason withdrawalReason) {

    public StepKey key() {
        return due.key();
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    ActiveStep active() {
        return new ActiveStep(stepId, key());
    }
}
