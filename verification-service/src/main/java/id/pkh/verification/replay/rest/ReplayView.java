package id.pkh.verification.replay.rest;

import id.pkh.verification.families.FamilyProgress;
import id.pkh.verification.replay.PolicyReplay;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PolicyReplay", description = "A replay of past quarters and how far it is.")
record ReplayView(
        UUID replayId,
        UUID versionId,
        String firstQuarter,
        String lastQuarter,
        @Schema(nullable = true, description = "Null for the whole country") String areaCode,
        @Schema(enumeration = {"RUNNING", "STOPPED", "FAILED", "DONE"}) String state,
        long familiesTotal,
        long familiesDone,
        @Schema(description = "Families that failed by themselves and wait for an operator")
                long familiesSkipped,
        @Schema(description = "Families with at least one other step") long familiesChanged,
        String requestedBy,
        Instant requestedAt,
        @Schema(nullable = true) Instant finishedAt) {

    static ReplayView of(PolicyReplay replay, FamilyProgress progress) {
        return new ReplayView(
                replay.replayId(),
                replay.versionId(),
                replay.range().first().text(),
                replay.range().last().text(),
                replay.areaCode(),
                progress.state(),
                progress.familiesTotal(),
                progress.familiesDone(),
                progress.familiesSkipped(),
                replay.familiesChanged(),
                replay.requestedBy(),
                replay.requestedAt(),
                progress.finishedAt());
    }
}
