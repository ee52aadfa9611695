package id.pkh.platform.files;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Language;
import id.pkh.platform.web.Problems;
import id.pkh.platform.web.RefusalTexts;
import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The response to an uploaded file: 201 when it was applied, even in part; 200 when the same bytes
 * were received before; a problem with status 422 when no row of it was accepted. It has the
 * location of the receipt, unless another person sent the file before whose files the caller may
 * not see.
 */
@ApplicationScoped
@Unremovable
public class FileAnswers {

    @Inject RefusalTexts texts;
    @Inject Problems problems;
    @Inject ReceivedFiles files;
    @Inject Caller caller;

    public Response of(FileResult result, HttpHeaders headers, UriInfo uri) {
        Language language = Language.of(headers);
        FileResultView view = FileResultView.of(result, texts, language);
        if (result.status().equals(FileResult.REFUSED)) {
            return problems.of(FileRefusals.FILE_ALL_ROWS_REFUSED, members(view), headers, uri)
                    .build();
        }
        boolean again = result.status().equals(FileResult.ALREADY_RECEIVED);
        Response.ResponseBuilder response =
                Response.status(again ? 200 : 201)
                        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                        .entity(view);
        if (isVisible(result)) {
            response.location(URI.create("/api/v1/imports/" + result.fileId()));
        }
        return response.build();
    }

    private boolean isVisible(FileResult result) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> files.find(result.fileId(), Viewer.of(caller)).isPresent());
    }

    /** The view as additional members of the problem; {@code status} is the HTTP status there. */
    private static Map<String, Object> members(FileResultView view) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("file_id", view.fileId());
        members.put("kind", view.kind());
        members.put("filename", view.filename());
        members.put("sha256", view.sha256());
        members.put("file_status", view.status());
        members.put("rows_read", view.rowsRead());
        members.put("rows_applied", view.rowsApplied());
        members.put("rows_unchanged", view.rowsUnchanged());
        members.put("rows_refused", view.rowsRefused());
        members.put("refusals", view.refusals());
        members.put("refusals_truncated", view.refusalsTruncated());
        members.put("details", view.details());
        return members;
    }
}
