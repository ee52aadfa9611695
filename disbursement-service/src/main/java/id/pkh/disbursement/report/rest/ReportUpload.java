package id.pkh.disbursement.report.rest;

import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.Uploads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Uploads of bank reports, with a higher limit than other files. */
@ApplicationScoped
class ReportUpload {

    private final Uploads uploads;

    ReportUpload(
            DisbursementConfig config,
            @ConfigProperty(name = "pkh.files.directory") Optional<Path> directory) {
        this.uploads = new Uploads(config.bank().reportMaxBytes(), directory);
    }

    ReceivedUpload receive(InputStream body, HttpHeaders headers, String filename) {
        return uploads.receive(body, headers, filename);
    }
}
