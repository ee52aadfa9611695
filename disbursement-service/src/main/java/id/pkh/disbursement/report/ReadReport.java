package id.pkh.disbursement.report;

import id.pkh.disbursement.profile.Profiles;
import id.pkh.disbursement.profile.domain.BankProfile;
import id.pkh.disbursement.profile.file.ProfileFile;
import id.pkh.disbursement.report.file.BackgroundReportParser;
import id.pkh.disbursement.report.file.ReportParts.Listener;
import id.pkh.disbursement.report.file.TableReport;
import id.pkh.disbursement.report.file.UnreadableReport;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;

/**
 * Chooses the reader of a report by its contents: a table is read with the profile that the bank
 * has today, everything else as a message of ISO 20022.
 */
@ApplicationScoped
class ReadReport {

    private final Profiles profiles;
    private final Clock clock;

    ReadReport(Profiles profiles, Clock clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    void handle(ReceivedReport received, Listener listener) throws UnreadableReport, IOException {
        Optional<BankProfile> profile =
                ProfileFile.formatOf(received.path())
                        .flatMap(
                                format ->
                                        profiles.inUse(
                                                received.bank(),
                                                format,
                                                BusinessDates.today(clock)));
        if (profile.isPresent()) {
            TableReport.read(
                    received.path(),
                    received.sha256(),
                    profile.get().profileId(),
                    profile.get().content(),
                    listener);
            return;
        }
        try (InputStream in = Files.newInputStream(received.path())) {
            BackgroundReportParser.read(in, listener);
        }
    }
}
