package id.pkh.verification.quarter.rest;

import id.pkh.verification.families.FamilyProgress;
import id.pkh.verification.quarter.QuarterClosing;
import java.time.Instant;
import java.util.UUID;

/**
 * A closing and how far it has come.
 *
 * @param state RUNNING, STOPPED (by an operator, who can resume it), FAILED (send the request again
 *     to resume it) or DONE
 * @param familiesSkipped families that failed by themselves and wait for an operator
 */
public record QuarterClosingView(
        UUID closingId,
        String quarter,
        String areaCode,
        String state,
        long familiesTotal,
        long familiesDone,
        long familiesSkipped,
        String requestedBy,
        Instant requestedAt,
        Instant finishedAt) {

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
                closing.requestedAt(),
                progress.finishedAt());
    }
}
