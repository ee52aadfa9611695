package id.pkh.platform.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.platform.security.AreaScope;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A row of {@code received_file}: a file that was applied, is being applied, or was refused.
 *
 * @param senderAreas the areas in which the sender may act; empty for a file of before, and for a
 *     file that no user sent
 */
record FileReceipt(
        UUID fileId,
        String kind,
        String sha256,
        String filename,
        long bytes,
        String status,
        long lastLine,
        RunCounts counts,
        String receivedBy,
        List<String> senderAreas,
        Instant receivedAt,
        Instant finishedAt) {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper();

    static FileReceipt of(ResultSet row, StatementContext context) throws SQLException {
        RunCounts counts = new RunCounts();
        counts.read = row.getLong("rows_read");
        counts.applied = row.getLong("rows_applied");
        counts.unchanged = row.getLong("rows_unchanged");
        counts.refused = row.getLong("rows_refused");
        counts.refusals = row.getLong("refusals");
        counts.lastRefusedLine = row.getLong("last_refused_line");
        counts.boundToAreas = row.getBoolean("bound_to_areas");
        counts.details.putAll(texts(row.getString("details")));
        Timestamp finished = row.getTimestamp("finished_at");
        return new FileReceipt(
                row.getObject("file_id", UUID.class),
                row.getString("kind"),
                row.getString("sha256"),
                row.getString("filename"),
                row.getLong("bytes"),
                row.getString("status"),
                row.getLong("last_line"),
                counts,
                row.getString("received_by"),
                areas(row.getArray("sender_areas")),
                row.getTimestamp("received_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }

    boolean isInProgress() {
        return status.equals(FileResult.IN_PROGRESS);
    }

    boolean isOfAreas(List<String> areas) {
        return senderAreas.equals(areas);
    }

    /**
     * Whether the result is also that of a sender with these areas: no row was refused because of
     * the areas of its own sender, or those contain these.
     */
    boolean answers(List<String> areas) {
        boolean isFinished =
                status.equals(FileResult.APPLIED) || status.equals(FileResult.PARTLY_APPLIED);
        return isFinished
                && (!counts.boundToAreas
                        || areas.stream().allMatch(AreaScope.of(senderAreas)::covers));
    }

    FileResult result(List<RowRefusal> shown) {
        return new FileResult(
                fileId,
                kind,
                filename,
                sha256,
                status,
                counts.read,
                counts.applied,
                counts.unchanged,
                counts.refused,
                shown,
                counts.refusals > shown.size(),
                counts.details);
    }

    static String json(Map<String, String> details) {
        try {
            return JSON.writeValueAsString(details);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> areas(Array stored) throws SQLException {
        return stored == null ? List.of() : List.of((String[]) stored.getArray());
    }

    private static Map<String, String> texts(String json) {
        try {
            return JSON.readValue(json, TEXTS);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the details of a received file are damaged", damaged);
        }
    }
}
