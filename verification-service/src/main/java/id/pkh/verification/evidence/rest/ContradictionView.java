package id.pkh.verification.evidence.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.evidence.ContradictionQueries;
import id.pkh.verification.evidence.ContradictionQueries.Listed;
import id.pkh.verification.evidence.ContradictionState;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Lines about one person and month that differ, as clients see them. */
@Schema(name = "EvidenceContradiction")
public record ContradictionView(
        UUID contradictionId,
        UUID kpmId,
        UUID memberId,
        String villageCode,
        EvidenceKind kind,
        YearMonth month,
        ContradictionState state,
        Instant foundAt,
        @Schema(nullable = true) Instant endedAt,
        List<LineView> lines,
        @Schema(nullable = true) SettlementView settlement) {

    /** A line that stands now, and the form on which its sender stated it last. */
    @Schema(name = "EvidenceLine")
    public record LineView(
            UUID formId,
            String pointCode,
            String sentBy,
            Instant receivedAt,
            EntryView entry,
            @JsonProperty("is_settled_on") boolean isSettledOn) {}

    /** The latest decision of a person; without a settled line the policy decides again. */
    @Schema(name = "EvidenceSettlement")
    public record SettlementView(String reason, String settledBy, Instant settledAt) {}

    static ContradictionView of(ContradictionQueries.WithLines found) {
        Listed listed = found.contradiction();
        return new ContradictionView(
                listed.contradictionId(),
                listed.kpmId(),
                listed.memberId(),
                listed.villageCode(),
                listed.kind(),
                listed.month(),
                listed.state(),
                listed.foundAt(),
                listed.endedAt(),
                found.lines().stream()
                        .map(
                                line ->
                                        new LineView(
                                                line.formId(),
                                                line.pointCode(),
                                                line.sentBy(),
                                                line.receivedAt(),
                                                EntryView.of(line.entry()),
                                                line.isSettledOn()))
                        .toList(),
                listed.settledBy() == null
                        ? null
                        : new SettlementView(
                                listed.reason(), listed.settledBy(), listed.settledAt()));
    }
}
