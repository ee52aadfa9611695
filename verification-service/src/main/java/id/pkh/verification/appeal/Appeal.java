package id.pkh.verification.appeal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A family does not agree with a step. Somebody takes it down for her, and somebody else decides;
 * what is upheld makes the period not count.
 *
 * @param verdict null while it is open
 */
public record Appeal(
        UUID appealId,
        UUID stepId,
        UUID kpmId,
        String cause,
        String period,
        String statement,
        String lodgedBy,
        LocalDate lodgedOn,
        Instant lodgedAt,
        Verdict verdict) {

    /** How an appeal was decided. */
    public record Verdict(
            Outcome outcome,
            String reason,
            String decidedBy,
            LocalDate decidedOn,
            Instant decidedAt) {}

    /** What can come of an appeal. */
    public enum Outcome {
        UPHELD,
        REJECTED
    }

    public boolean isDecided() {
        return verdict != null;
    }
}
