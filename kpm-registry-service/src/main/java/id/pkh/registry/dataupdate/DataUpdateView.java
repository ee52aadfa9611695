package id.pkh.registry.dataupdate;

import id.pkh.registry.dataupdate.domain.ChangeKind;
import id.pkh.registry.dataupdate.domain.EvidenceKind;
import id.pkh.registry.dataupdate.domain.ReturnReason;
import id.pkh.registry.dataupdate.domain.UpdateState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "DataUpdate",
        description = "What the field submitted about a family. Numbers are masked.")
public record DataUpdateView(
        UUID updateId,
        UUID kpmId,
        String villageCode,
        UpdateState state,
        @Schema(description = "send it with a decision") int revision,
        String submittedBy,
        Instant submittedAt,
        @Schema(description = "the day by which it is decided") LocalDate dueOn,
        boolean overdue,
        @Schema(nullable = true, description = "the home visit that found it") UUID visitId,
        @Schema(nullable = true, description = "the accepted update that it takes back")
                UUID reverses,
        EvidenceView evidence,
        @Schema(nullable = true) String note,
        @Schema(description = "those of every revision") List<ChangeView> changes,
        List<ActView> history) {

    @Schema(name = "DataUpdateEvidenceShown")
    public record EvidenceView(EvidenceKind kind, String reference, LocalDate on) {}

    @Schema(name = "DataUpdateChangeShown", description = "One change, from what to what.")
    public record ChangeView(
            int revision,
            int changeNo,
            ChangeKind kind,
            @Schema(nullable = true) UUID memberId,
            LocalDate effectiveOn,
            UpdateState state,
            @Schema(nullable = true, description = "the version of the family that it made")
                    Long appliedVersion,
            List<ValueView> values) {}

    @Schema(name = "DataUpdateValue", description = "One value of a change.")
    public record ValueView(
            String field,
            @Schema(
                            nullable = true,
                            description = "what the registry had; null for none, or if hidden")
                    String before,
            @Schema(nullable = true, description = "what it becomes; null if it does not change")
                    String becomes) {}

    @Schema(name = "DataUpdateAct", description = "What a person did with an update.")
    public record ActView(
            int revision,
            @Schema(
                            enumeration = {
                                "SUBMITTED",
                                "ACCEPTED",
                                "ACCEPTED_IN_PART",
                                "RETURNED",
                                "WITHDRAWN"
                            })
                    String act,
            String actedBy,
            Instant actedAt,
            List<ReturnReason> reasons,
            @Schema(nullable = true) String note) {}

    @Schema(name = "DataUpdateOutcomes", description = "The outcome of each acceptance.")
    record Outcomes(List<OutcomeItem> items) {}

    @Schema(name = "DataUpdateOutcome")
    record OutcomeItem(
            UUID updateId,
            @Schema(description = "ACCEPTED, or the code why it was not") String outcome) {}
}
