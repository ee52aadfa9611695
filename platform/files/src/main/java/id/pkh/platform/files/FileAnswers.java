package id.pkh.platform.files;

import id.pkh.platform.files.FileReceipts.TriedFile;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Language;
import id.pkh.platform.web.RefusalTexts;
import id.pkh.platform.web.Refused;
import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URI;
import java.util.Iterator;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * The answer to an uploaded list: 201 when it was applied, even in part; 200 when the same bytes
 * were received before; a problem with status 422 when no row of it was accepted. It has the
 * location of the receipt, unless another person sent the file before whose files the caller may
 * not see.
 */
@ApplicationScoped
@Unremovable
public class FileAnswers {

    private final Uploads uploads;
    private final RefusalTexts texts;
    private final ReceivedFiles files;
    private final Caller caller;
    private final HttpHeaders headers;

    FileAnswers(
            Uploads uploads,
            RefusalTexts texts,
            ReceivedFiles files,
            Caller caller,
            HttpHeaders headers) {
        this.uploads = uploads;
        this.texts = texts;
        this.files = files;
        this.caller = caller;
        this.headers = headers;
    }

    /**
     * Receives the body of the current request, which {@link ReceivesFile} marks, and answers with
     * its result.
     *
     * @param body the list
     * @param filename what the sender calls it; null when they did not name it
     * @param use applies the list
     */
    public RestResponse<FileResultView> to(
            InputStream body, String filename, Function<ReceivedUpload, FileResult> use) {
        try (ReceivedUpload upload = uploads.receive(body, headers, filename)) {
            return of(use.apply(upload));
        }
    }

    /** The same for a trial, which refuses no file because of its rows. */
    public FileResultView tried(
            InputStream body, String filename, Function<ReceivedUpload, TriedFile> use) {
        try (ReceivedUpload upload = uploads.receive(body, headers, filename)) {
            return FileResultView.of(use.apply(upload).result(), texts, Language.of(headers));
        }
    }

    /**
     * How a list is returned.
     *
     * @param name of the file, without its ending
     * @param limits within which the list was read
     * @param onlyRefused whether the rows that were accepted are left out
     */
    public record Returning(String name, TabularLimits limits, boolean onlyRefused) {}

    /**
     * Receives the body of the current request and answers with the list itself, in the form in
     * which it was sent, with what became of each row.
     *
     * @param use applies the list, and returns its refusals in the order of their lines
     */
    public Response returned(
            InputStream body,
            String filename,
            Returning how,
            Function<ReceivedUpload, Iterator<RowRefusal>> use) {
        Language language = Language.of(headers);
        ReceivedUpload upload = uploads.receive(body, headers, filename);
        boolean answered = false;
        try {
            Iterator<RowRefusal> refusals = use.apply(upload);
            TabularFile list = TabularFile.open(upload, how.limits());
            boolean isWorkbook = list.kind().equals("XLSX");
            StreamingOutput file =
                    out -> {
                        try (upload;
                                list) {
                            new ReturnedList(
                                            list.rows(),
                                            shown(refusals, language),
                                            how.onlyRefused())
                                    .write(
                                            out,
                                            isWorkbook ? StreamedSheets::sink : CsvExport::sink);
                        }
                    };
            answered = true;
            return isWorkbook
                    ? XlsxExport.attached(file, how.name())
                    : CsvExport.attached(file, how.name());
        } finally {
            if (!answered) {
                upload.close();
            }
        }
    }

    /** The refusals of a file that was received, page after page. */
    public Iterator<RowRefusal> refusalsOf(UUID fileId) {
        return new StoredRefusals(files, fileId);
    }

    private Iterator<RowRefusalView> shown(Iterator<RowRefusal> refusals, Language language) {
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return refusals.hasNext();
            }

            @Override
            public RowRefusalView next() {
                return RowRefusalView.of(refusals.next(), texts, language);
            }
        };
    }

    private RestResponse<FileResultView> of(FileResult result) {
        Language language = Language.of(headers);
        FileResultView view = FileResultView.of(result, texts, language);
        if (result.status().equals(FileResult.REFUSED)) {
            throw allRowsRefused(view);
        }
        boolean again = result.status().equals(FileResult.ALREADY_RECEIVED);
        ResponseBuilder<FileResultView> answer =
                ResponseBuilder.create(again ? Status.OK : Status.CREATED, view)
                        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        if (isVisible(result)) {
            answer.location(URI.create("/api/v1/imports/" + result.fileId()));
        }
        return answer.build();
    }

    private boolean isVisible(FileResult result) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> files.find(result.fileId(), Viewer.of(caller)).isPresent());
    }

    /** With the view as additional members; {@code status} is the HTTP status there. */
    private static Refused allRowsRefused(FileResultView view) {
        return Refused.because(FileRefusals.FILE_ALL_ROWS_REFUSED)
                .with("file_id", view.fileId())
                .with("kind", view.kind())
                .with("filename", view.filename())
                .with("sha256", view.sha256())
                .with("file_status", view.status())
                .with("rows_read", view.rowsRead())
                .with("rows_applied", view.rowsApplied())
                .with("rows_unchanged", view.rowsUnchanged())
                .with("rows_refused", view.rowsRefused())
                .with("refusals", view.refusals())
                .with("refusals_truncated", view.refusalsTruncated())
                .with("details", view.details());
    }
}
