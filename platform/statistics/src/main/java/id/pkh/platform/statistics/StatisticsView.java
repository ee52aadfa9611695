package id.pkh.platform.statistics;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "PublishedStatistics",
        description =
                "Families by area and status. Small numbers are hidden, and what they follow from.")
record StatisticsView(
        @Schema(description = "quarter or cycle") String period,
        @Schema(description = "no number below it is shown, apart from zero") int threshold,
        Instant countedAt,
        @Schema(description = "the area, and those that it is divided into")
                List<AreaStatisticsView> areas) {

    /** The numbers of an area. */
    @Schema(name = "AreaStatistics")
    record AreaStatisticsView(
            @Schema(nullable = true, description = "null for the country") String areaCode,
            @Schema(nullable = true, description = "of all statuses; null if it is hidden")
                    Long families,
            @Schema(description = "those without a family are left out")
                    List<StatusCountView> statuses) {}

    /** One number. */
    @Schema(name = "StatusCount")
    record StatusCountView(
            String status,
            @Schema(nullable = true, description = "null if hidden") Long families) {}
}
