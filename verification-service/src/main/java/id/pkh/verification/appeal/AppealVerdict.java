package id.pkh.verification.appeal;

import java.time.Instant;
import java.time.LocalDate;

/** The decision on an appeal. */
public record AppealVerdict(
        AppealOutcome outcome,
        String reason,
        String decidedBy,
        LocalDate decidedOn,
        Instant decidedAt) {}
