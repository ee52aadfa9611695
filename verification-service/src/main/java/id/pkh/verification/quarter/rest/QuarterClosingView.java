package id.pkh.verification.quarter.rest;

import id.pkh.verification.families.FamilyProgress;
import id.pkh.verification.quarter.QuarterClosing;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A closing and its progress.
 *
 * @param state RUNNING, STOPPED (by an operator, who can resume it), FAILED (send the request again
 *     to resume it) or DONE
 * @param requestedBy "system" when the calendar started it
 * @param reason REQUEST of a person, or CALENDAR
 * @param familiesSkipped families that failed by themselves and wait for an operator
 */
public record QuarterClosingView(
        UUID closingId,
        @Schema(pattern = VerificationPeriod.QUARTER_TEXT) String quarter,
        String areaCode,
        @Schema(enumeration = {"RUNNING", "STOPPED", "FAILED", "DONE"}) String state,
        long familiesTotal,
        long familiesDone,
        long familiesSkipped,
        String requestedBy,
        @Schema(enumeration = {"REQUEST", "CALENDAR"}) String reason,
        Instant requestedAt,
        @Schema(nullable = true) Instant finishedAt) {

    static QuarterClosingView of(QuarterClosing closing, FamilyProgress progress) {
        return new QuarterClosingView(
                closing.closingId(),
                closing.quarter().text(),
                closing.areaCode(),
                progress.state(),
                progress.familiesTotal(),
                progress.familiesDone(),
                progress.familiesSkipped(),
                closing.requestedBy(),
                closing.reason().name(),
                closing.requestedAt(),
                progress.finishedAt());
    }
}
