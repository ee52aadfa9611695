package id.pkh.verification.evidence.rest;

import id.pkh.verification.evidence.PupilRowQueries;
import id.pkh.verification.evidence.PupilRows;
import id.pkh.verification.evidence.domain.KeyFit;
import id.pkh.verification.evidence.domain.PupilRule;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A row of a school form, and the pupils whom it may be about. */
@Schema(name = "UnmatchedPupil")
public record UnmatchedPupilView(
        UUID rowId,
        String schoolId,
        String quarter,
        @Schema(description = "Line of the form") int line,
        @Schema(description = "Of the form as it was received") String sha256,
        String sentBy,
        Instant receivedAt,
        PupilRule.Reason reason,
        PupilRowQueries.State state,
        List<MonthView> entries,
        List<SideView> candidates,
        @Schema(nullable = true) DecisionView decision) {

    /** What the row states about a month. */
    @Schema(name = "UnmatchedPupilMonth")
    public record MonthView(YearMonth month, EntryView entry) {}

    /** A pupil whom the row may be about, and how its keys fit. */
    @Schema(name = "UnmatchedPupilCandidate")
    public record SideView(
            UUID memberId, UUID kpmId, String villageCode, KeyFit nik, KeyFit nisn) {}

    /** What a person decided; without a member the row is about nobody in the programme. */
    @Schema(name = "UnmatchedPupilDecision")
    public record DecisionView(
            @Schema(nullable = true) UUID memberId,
            String reason,
            String decidedBy,
            Instant decidedAt,
            @Schema(nullable = true) String withdrawnBy,
            @Schema(nullable = true) Instant withdrawnAt,
            @Schema(nullable = true) String withdrawalReason) {}

    static UnmatchedPupilView of(PupilRowQueries.Listed listed) {
        PupilRows.Waiting row = listed.row();
        return new UnmatchedPupilView(
                row.rowId(),
                row.pointCode(),
                row.quarter().text(),
                row.line(),
                row.sha256(),
                row.sentBy(),
                row.receivedAt(),
                row.reason(),
                listed.state(),
                row.entries().entrySet().stream()
                        .map(e -> new MonthView(e.getKey(), EntryView.of(e.getValue())))
                        .toList(),
                row.sides().stream()
                        .map(
                                side ->
                                        new SideView(
                                                side.memberId(),
                                                side.kpmId(),
                                                side.villageCode(),
                                                side.nik(),
                                                side.nisn()))
                        .toList(),
                listed.decision() == null ? null : of(listed.decision()));
    }

    private static DecisionView of(PupilRowQueries.Decision decision) {
        return new DecisionView(
                decision.memberId(),
                decision.reason(),
                decision.decidedBy(),
                decision.decidedAt(),
                decision.withdrawnBy(),
                decision.withdrawnAt(),
                decision.withdrawalReason());
    }
}
