package id.pkh.disbursement.withdrawal.file;

import id.pkh.disbursement.withdrawal.RecordWithdrawals;
import id.pkh.disbursement.withdrawal.ReportOutcome;
import id.pkh.disbursement.withdrawal.Reporter;
import id.pkh.disbursement.withdrawal.StatedReport;
import id.pkh.platform.files.FileReceipts;
import id.pkh.platform.files.FileResult;
import id.pkh.platform.files.FileRun;
import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.Row;
import id.pkh.platform.files.TabularFile;
import id.pkh.platform.files.TabularLimits;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Records the reports of a reconciliation form, one chunk per transaction. The same bytes sent
 * again resume where they stopped, or change nothing.
 */
@ApplicationScoped
public class ImportWithdrawals {

    private static final String KIND = "withdrawals";
    private static final int CHUNK_ROWS = 500;

    private final RecordWithdrawals recordWithdrawals;
    private final FileReceipts receipts;

    ImportWithdrawals(RecordWithdrawals recordWithdrawals, FileReceipts receipts) {
        this.recordWithdrawals = recordWithdrawals;
        this.receipts = receipts;
    }

    public FileResult handle(ReceivedUpload upload, Reporter reporter) {
        return receipts.onceInChunks(KIND, upload, run -> apply(run, reporter));
    }

    private FileResult apply(FileRun run, Reporter reporter) {
        try (TabularFile file = TabularFile.open(run.upload(), TabularLimits.defaults())) {
            Iterator<Row> lines = file.rows();
            FormRows form =
                    header(lines).orElseThrow(() -> Refused.because("FILE_NOT_A_WITHDRAWAL_FORM"));
            run.eachChunk(lines, CHUNK_ROWS, chunk -> record(run, form, chunk, reporter));
            return run.result();
        }
    }

    private static Optional<FormRows> header(Iterator<Row> lines) {
        return lines.hasNext() ? FormRows.under(lines.next()) : Optional.empty();
    }

    private void record(FileRun run, FormRows form, List<Row> chunk, Reporter reporter) {
        List<Row> rows = new ArrayList<>();
        List<StatedReport> stated = new ArrayList<>();
        for (Row row : chunk) {
            form.read(row, run)
                    .ifPresent(
                            report -> {
                                rows.add(row);
                                stated.add(report);
                            });
        }
        List<ReportOutcome> outcomes = recordWithdrawals.handle(stated, reporter);
        for (int i = 0; i < outcomes.size(); i++) {
            count(run, form, rows.get(i), outcomes.get(i));
        }
    }

    private static void count(FileRun run, FormRows form, Row row, ReportOutcome outcome) {
        if (outcome.isRecorded()) {
            run.applied();
        } else if (outcome.isUnchanged()) {
            run.unchanged();
        } else if (outcome.code().equals(ReportOutcome.PAYMENT_UNKNOWN)) {
            // a sender with other areas may know it
            run.refuseForAreas(form.refusal(row, outcome.code(), outcome.detail()));
        } else {
            run.refuse(form.refusal(row, outcome.code(), outcome.detail()));
        }
    }
}
