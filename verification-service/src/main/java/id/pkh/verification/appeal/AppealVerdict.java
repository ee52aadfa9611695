package id.pkh.verification.appeal;

import java.time.Instant;
import java.time.LocalDate;

/** How an appeal was decided. */
public record AppealVerdict(
        Outcome outcome, String reason, String decidedBy, LocalDate decidedOn, Instant decidedAt) {

    /** What can come of an appeal. */
    public enum Outcome {
        UPHELD,
        REJECTED
    }
}
