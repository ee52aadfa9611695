package id.pkh.registry.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "FamilyChange", description = "Who changed what of a family, when and on what.")
public record FamilyChangeView(
        @Schema(description = "of the family, which the change made") long version,
        @Schema(nullable = true, description = "first day; null for what was carried over")
                LocalDate effectiveOn,
        Instant recordedAt,
        String changedBy,
        @Schema(nullable = true, description = "of a change of the status") String reason,
        @Schema(nullable = true, description = "decision behind it") UUID decisionId,
        @Schema(nullable = true, description = "data update behind it") UUID updateId,
        @Schema(nullable = true, description = "evidence of the data update") String evidenceKind,
        @Schema(nullable = true, description = "date of the evidence") LocalDate evidenceOn,
        @Schema(nullable = true, description = "list that stated it") UUID fileId,
        @Schema(nullable = true, description = "line that states account or caretaker")
                Integer line,
        @Schema(
                        description =
                                "what became different; none if it was a name, a number, an address or an"
                                        + " account")
                List<DifferenceView> changes) {

    @Schema(name = "FamilyDifference", description = "One thing that became different.")
    public record DifferenceView(
            @Schema(
                            enumeration = {
                                "VILLAGE",
                                "GROUP",
                                "BANK",
                                "CARETAKER",
                                "STATUS",
                                "MEMBER",
                                "MEMBER_LEFT",
                                "MEMBER_DIED",
                                "COMPONENT"
                            })
                    String what,
            @Schema(nullable = true) UUID memberId,
            @Schema(nullable = true) String from,
            @Schema(nullable = true) String becomes) {}
}
