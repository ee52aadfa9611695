package id.pkh.platform.files;

import id.pkh.platform.web.Language;
import id.pkh.platform.web.RefusalTexts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The result of a file, as the sender sees it. */
public record FileResultView(
        UUID fileId,
        String kind,
        String filename,
        String sha256,
        @Schema(
                        enumeration = {
                            "APPLIED",
                            "PARTLY_APPLIED",
                            "REFUSED",
                            "ALREADY_RECEIVED",
                            "IN_PROGRESS",
                            "TRIED"
                        })
                String status,
        long rowsRead,
        long rowsApplied,
        long rowsUnchanged,
        long rowsRefused,
        List<RowRefusalView> refusals,
        boolean refusalsTruncated,
        Map<String, String> details) {

    static FileResultView of(FileResult result, RefusalTexts texts, Language language) {
        return new FileResultView(
                result.fileId(),
                result.kind(),
                result.filename(),
                result.sha256(),
                result.status(),
                result.rowsRead(),
                result.rowsApplied(),
                result.rowsUnchanged(),
                result.rowsRefused(),
                result.refusals().stream()
                        .map(refusal -> RowRefusalView.of(refusal, texts, language))
                        .toList(),
                result.refusalsTruncated(),
                result.details());
    }
}
