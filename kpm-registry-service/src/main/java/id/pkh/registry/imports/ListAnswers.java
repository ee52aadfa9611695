package id.pkh.registry.imports;

import id.pkh.platform.files.FileAnswers;
import id.pkh.platform.files.FileAnswers.Returning;
import id.pkh.platform.files.FileResultView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestResponse;

/** The three ways in which a list is answered: applied, tried, and returned with its reasons. */
@ApplicationScoped
class ListAnswers {

    private final FileAnswers answers;
    private final ImportFile importFile;

    ListAnswers(FileAnswers answers, ImportFile importFile) {
        this.answers = answers;
        this.importFile = importFile;
    }

    RestResponse<FileResultView> applied(RowImport<?> kind, InputStream body, String filename) {
        return answers.to(body, filename, upload -> importFile.handle(kind, upload));
    }

    FileResultView tried(RowImport<?> kind, InputStream body, String filename) {
        return answers.tried(body, filename, upload -> importFile.trial(kind, upload));
    }

    /**
     * @param trial whether nothing is recorded
     */
    Response returned(
            RowImport<?> kind,
            InputStream body,
            String filename,
            boolean trial,
            boolean onlyRefused) {
        return answers.returned(
                body,
                filename,
                new Returning("hasil-" + kind.kind(), ImportFile.LIMITS, onlyRefused),
                upload ->
                        trial
                                ? importFile.trial(kind, upload).refusals().iterator()
                                : answers.refusalsOf(importFile.handle(kind, upload).fileId()));
    }
}
