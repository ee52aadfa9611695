package id.pkh.platform.figures;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "MonthFigures",
        description = "What this service counts about a month, by area or group.")
public record MonthFiguresView(
        @Schema(examples = "2026-05") String month,
        FigureLevel by,
        @Schema(
                        nullable = true,
                        description =
                                "when it was counted; of sums, the oldest; null if none is there yet")
                Instant countedAt,
        @Schema(description = "whether it is added up from sums of the night") boolean fromSums,
        @Schema(description = "regencies that have no sums of the month yet") int regenciesMissing,
        List<AreaFiguresView> areas) {

    /** The figures of an area or group. */
    @Schema(name = "AreaFigures")
    public record AreaFiguresView(
            @Schema(examples = "17.71.08.1001") String areaCode,
            @Schema(nullable = true, description = "null for what is not known by group")
                    String groupCode,
            List<FigureView> figures) {}

    /** One figure. */
    @Schema(name = "Figure")
    public record FigureView(
            @Schema(description = "what is counted", examples = "GROUP_MEETING_MARKS")
                    String figure,
            @Schema(description = "what it is divided by; empty if it is not", examples = "PRESENT")
                    String item,
            @Schema(description = "a number, or an amount in rupiah") long value) {}
}
