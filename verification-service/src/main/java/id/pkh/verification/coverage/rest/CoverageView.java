package id.pkh.verification.coverage.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.pkh.verification.coverage.ListCoverage;
import id.pkh.verification.coverage.domain.CoverageFigures;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the evidence about the members of a school, health service or village is. */
@Schema(name = "EvidenceCoverage")
public record CoverageView(
        String code,
        @Schema(description = "Members about whom something has to be verified in the quarter")
                int members,
        @Schema(description = "Those of them who would be verified if it was closed now")
                int completeMembers,
        @JsonProperty("is_complete") boolean isComplete,
        List<WindowView> windows,
        @Schema(
                        nullable = true,
                        description = "Day of the latest form that one of these members is on")
                LocalDate lastFormOn,
        @Schema(nullable = true, description = "Day of the latest one that a school sent by a link")
                LocalDate lastByLinkOn,
        @JsonProperty("has_reported")
                @Schema(description = "Whether any form was received for it in the quarter")
                boolean hasReported,
        @Schema(
                        description =
                                "Villages for which the school or health service has not reported; of a village, the"
                                        + " schools and health services that have not")
                List<String> notReported) {

    /** The members for whom a month or a longer window is due. */
    @Schema(name = "EvidenceCoverageWindow")
    public record WindowView(
            @Schema(description = "yyyy-MM, or yyyy-MM/yyyy-MM") String window,
            int members,
            int withEvidence,
            @Schema(description = "Covered by an exemption, so no form is needed") int exempt) {}

    static CoverageView of(ListCoverage.Row row) {
        CoverageFigures figures = row.figures();
        return new CoverageView(
                row.code(),
                figures.members(),
                figures.complete(),
                figures.isComplete(),
                figures.windows().entrySet().stream()
                        .map(
                                window ->
                                        new WindowView(
                                                window.getKey(),
                                                window.getValue().members(),
                                                window.getValue().withEvidence(),
                                                window.getValue().exempt()))
                        .toList(),
                row.lastFormOn(),
                row.lastByLinkOn(),
                row.hasReported(),
                row.notReported());
    }
}
