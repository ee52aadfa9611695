package id.pkh.disbursement.report;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.batch.domain.BatchStatus;
import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.disbursement.exceptions.BankExceptions.About;
import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.disbursement.report.Reports.Chunk;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.disbursement.report.Reports.ReportStatus;
import id.pkh.disbursement.report.domain.LineOutcome;
import id.pkh.disbursement.report.file.ParsingAside;
import id.pkh.disbursement.report.file.ReportParts.Group;
import id.pkh.disbursement.report.file.UnreadableReport;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads a report into its lines, all of them or none, before any of them has an effect. What cannot
 * be believed as a whole is kept, with an exception, and moves nothing.
 */
@ApplicationScoped
class StageReport {

    private static final String FILE_CUT = "FILE_CUT";

    private final Reports reports;
    private final Answers answers;
    private final Batches batches;
    private final BankExceptions exceptions;
    private final DisbursementConfig config;
    private final Clock clock;

    StageReport(
            Reports reports,
            Answers answers,
            Batches batches,
            BankExceptions exceptions,
            DisbursementConfig config,
            Clock clock) {
        this.reports = reports;
        this.answers = answers;
        this.batches = batches;
        this.exceptions = exceptions;
        this.config = config;
        this.clock = clock;
    }

    /** Somebody else has just staged the same bytes. */
    static final class StagedMeanwhile extends RuntimeException {
        StagedMeanwhile() {
            super("the same report was staged meanwhile", null, false, false);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void handle(ReceivedReport received) {
        Staging staging =
                new Staging(
                        reports,
                        answers,
                        config.bank().reportChunkLines(),
                        group -> begin(received, group));
        try (InputStream in = Files.newInputStream(received.path())) {
            ParsingAside.read(in, staging);
            staging.end();
        } catch (UnreadableReport unreadable) {
            if (!unreadable.isCut() || !staging.hasBegun()) {
                throw Refused.because(unreadable.code());
            }
            notBelieved(staging, ReportStatus.PARTIAL, ExceptionClass.PARTIAL_FILE, FILE_CUT);
            return;
        } catch (IOException unread) {
            throw new UncheckedIOException("a report was not read", unread);
        }
        staging.fault()
                .ifPresentOrElse(
                        fault ->
                                notBelieved(
                                        staging,
                                        ReportStatus.WITHHELD,
                                        ExceptionClass.CONTROL_TOTAL_MISMATCH,
                                        fault),
                        () -> reports.staged(staging.reportId(), staging.lines()));
    }

    private Staging.Begun begin(ReceivedReport received, Group group) {
        Batch batch =
                batches.byMessageId(group.originalMessageId())
                        .orElseThrow(() -> Refused.because("REPORT_BATCH_UNKNOWN"));
        if (!batch.bank().equals(received.bank())) {
            throw Refused.because("REPORT_OF_OTHER_BANK").with("bank", received.bank());
        }
        if (batch.status() != BatchStatus.SENT) {
            throw Refused.because("REPORT_BATCH_NOT_SENT")
                    .with("message_id", batch.messageId())
                    .with("status", batch.status().name());
        }
        UUID reportId = UuidCreator.getTimeOrderedEpoch();
        boolean added =
                reports.add(
                        new Report(
                                reportId,
                                received.bank(),
                                received.sha256(),
                                received.bytes(),
                                received.filename(),
                                group.namespace(),
                                group.messageId(),
                                batch.batchId(),
                                group.status(),
                                ReportStatus.STAGED,
                                0,
                                0,
                                received.receivedBy(),
                                clock.instant(),
                                null));
        if (!added) {
            throw new StagedMeanwhile();
        }
        return new Staging.Begun(reportId, batch);
    }

    private void withhold(UUID reportId) {
        Optional<Chunk> next = reports.chunkAfter(reportId, 0);
        while (next.isPresent()) {
            Chunk chunk = next.get();
            reports.addOutcomes(
                    reportId,
                    chunk.firstLine(),
                    Collections.nCopies(chunk.lines().size(), LineOutcome.WITHHELD));
            next = reports.chunkAfter(reportId, chunk.lastLine());
        }
    }

    private void notBelieved(
            Staging staging, ReportStatus status, ExceptionClass exceptionClass, String reason) {
        Batch batch = staging.batch();
        staging.flush();
        withhold(staging.reportId());
        reports.notBelieved(staging.reportId(), status, staging.lines(), clock.instant());
        exceptions.add(
                List.of(
                        BankException.found(
                                UuidCreator.getTimeOrderedEpoch(),
                                exceptionClass.name(),
                                reason,
                                new About(
                                        batch.bank(),
                                        batch.cycleId(),
                                        null,
                                        null,
                                        null,
                                        batch.batchId(),
                                        null,
                                        staging.reportId(),
                                        null,
                                        null),
                                clock.instant())));
    }
}
