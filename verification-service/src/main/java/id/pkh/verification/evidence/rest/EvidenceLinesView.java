package id.pkh.verification.evidence.rest;

import id.pkh.platform.files.FileResult;
import id.pkh.platform.files.RowRefusalView;
import id.pkh.platform.web.Language;
import id.pkh.platform.web.RefusalTexts;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of each row; those that are not refused were recorded or had been before. */
@Schema(name = "EvidenceLinesResult")
public record EvidenceLinesView(
        @Schema(nullable = true, description = "null when nothing new was stated") UUID formId,
        long rowsRead,
        long rowsApplied,
        long rowsUnchanged,
        long rowsRefused,
        @Schema(description = "line: position of the row, from 1") List<RowRefusalView> refusals) {

    public static EvidenceLinesView of(FileResult result, RefusalTexts texts, Language language) {
        String form = result.details().get("form_id");
        return new EvidenceLinesView(
                form == null ? null : UUID.fromString(form),
                result.rowsRead(),
                result.rowsApplied(),
                result.rowsUnchanged(),
                result.rowsRefused(),
                result.refusals().stream()
                        .map(refusal -> RowRefusalView.of(refusal, texts, language))
                        .toList());
    }
}
