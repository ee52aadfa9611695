package id.pkh.registry.workbook;

import id.pkh.registry.workbook.Outcomes.Result;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "WorkbookResult",
        description =
                "What became of an uploaded workbook. A row that states nothing new is unchanged.")
record WorkbookResultView(
        UUID facilitatorId,
        YearMonth month,
        @Schema(description = "rows with a token, or with anything filled in") int rowsRead,
        long rowsApplied,
        @Schema(description = "rows that were untouched, or on record already") long rowsUnchanged,
        @Schema(description = "rows with a cell that was changed here and there")
                long rowsInConflict,
        long rowsRefused,
        @Schema(description = "conflicts and refusals, up to 1,000") List<RowView> items,
        boolean itemsTruncated) {

    @Schema(name = "WorkbookRow", description = "A conflict or a refusal.")
    record RowView(
            String sheet,
            int line,
            @Schema(description = "header of the column; empty for the whole row") String column,
            @Schema(
                            nullable = true,
                            description =
                                    "what the row is about: the family, the group or the payment first")
                    List<String> subjectIds,
            @Schema(description = "CONFLICT or REFUSED") Result result,
            @Schema(nullable = true, description = "why it was refused") String code,
            @Schema(nullable = true) String message,
            @Schema(nullable = true, description = "what the workbook states") String yours,
            @Schema(nullable = true, description = "what is on record now; empty when nothing is")
                    String onRecord,
            @Schema(nullable = true, description = "what was on record when the workbook was made")
                    String whenMade) {}
}
