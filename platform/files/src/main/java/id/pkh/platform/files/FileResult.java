package id.pkh.platform.files;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The result of a file. {@code refusals} contains the first 1000; all stored refusals are at {@code
 * GET /api/v1/imports/{id}/refusals}.
 */
public record FileResult(
        UUID fileId,
        String kind,
        String filename,
        String sha256,
        String status,
        long rowsRead,
        long rowsApplied,
        long rowsUnchanged,
        long rowsRefused,
        List<RowRefusal> refusals,
        boolean refusalsTruncated,
        Map<String, String> details) {

    public static final String APPLIED = "APPLIED";
    public static final String PARTLY_APPLIED = "PARTLY_APPLIED";
    public static final String REFUSED = "REFUSED";
    public static final String ALREADY_RECEIVED = "ALREADY_RECEIVED";
    public static final String IN_PROGRESS = "IN_PROGRESS";

    /** What would become of the file; nothing of it was recorded. */
    public static final String TRIED = "TRIED";

    public FileResult {
        refusals = List.copyOf(refusals);
        details = Map.copyOf(details);
    }

    public FileResult withStatus(String newStatus) {
        return new FileResult(
                fileId,
                kind,
                filename,
                sha256,
                newStatus,
                rowsRead,
                rowsApplied,
                rowsUnchanged,
                rowsRefused,
                refusals,
                refusalsTruncated,
                details);
    }
}
