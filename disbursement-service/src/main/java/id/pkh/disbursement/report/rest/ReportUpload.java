package id.pkh.disbursement.report.rest;

import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.platform.files.FilesConfig;
import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.Uploads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;

/** Uploads of bank reports, with a higher limit than other files. */
@ApplicationScoped
class ReportUpload {

    private final Uploads uploads;

    ReportUpload(DisbursementConfig config, FilesConfig files) {
        this.uploads = new Uploads(config.bank().reportMaxSize(), files.directory());
    }

    ReceivedUpload receive(InputStream body, HttpHeaders headers, String filename) {
        return uploads.receive(body, headers, filename);
    }
}
