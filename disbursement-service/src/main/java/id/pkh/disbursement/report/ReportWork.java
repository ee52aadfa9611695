package id.pkh.disbursement.report;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.disbursement.exceptions.BankExceptions.About;
import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.money.BatchReference;
import id.pkh.disbursement.money.Instruction;
import id.pkh.disbursement.money.InstructionStatuses;
import id.pkh.disbursement.money.PostStatusChanges;
import id.pkh.disbursement.money.StatusChangeSource;
import id.pkh.disbursement.report.ReportedLines.LineException;
import id.pkh.disbursement.report.Reports.Chunk;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.JobOrder;
import id.pkh.platform.jobs.JobWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Applies a staged report: each line gets its outcome. An item is a chunk of the report, named by
 * its first line. The job has the report's id, and starts when the sending of the batch is done, so
 * that the events of a payment keep their order.
 */
@ApplicationScoped
class ReportWork implements JobWork<Integer> {

    private static final String KIND = "bank-report";

    private final Reports reports;
    private final Batches batches;
    private final MatchLines matchLines;
    private final InstructionStatuses statuses;
    private final PostStatusChanges postStatusChanges;
    private final BankExceptions exceptions;
    private final Clock clock;

    ReportWork(
            Reports reports,
            Batches batches,
            MatchLines matchLines,
            InstructionStatuses statuses,
            PostStatusChanges postStatusChanges,
            BankExceptions exceptions,
            Clock clock) {
        this.reports = reports;
        this.batches = batches;
        this.matchLines = matchLines;
        this.statuses = statuses;
        this.postStatusChanges = postStatusChanges;
        this.exceptions = exceptions;
        this.clock = clock;
    }

    /**
     * A bank may send several reports about one batch, so the report's id is a part of the name.
     */
    static JobOrder order(UUID reportId, Batch batch, long chunks, String receivedBy) {
        return new JobOrder(
                KIND,
                batch.messageId() + " " + reportId,
                reportId.toString(),
                chunks,
                receivedBy,
                batch.batchId());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Integer> next(Job job, Optional<Integer> after, int limit) {
        return reports.chunksAfter(reportId(job), after.orElse(0), limit);
    }

    @Override
    public void apply(Job job, List<Integer> firstLines) {
        Report report = reports.byId(reportId(job)).orElseThrow();
        Batch batch = batches.byId(report.batchId()).orElseThrow();
        statuses.lockBatch(batch.batchId());
        firstLines.forEach(
                chunk ->
                        apply(
                                report.reportId(),
                                batch,
                                reports.takeChunk(report.reportId()).orElseThrow()));
    }

    private void apply(UUID reportId, Batch batch, Chunk chunk) {
        Instant now = clock.instant();
        ReportedLines judged = new ReportedLines(reportId);
        matchLines.handle(batch.batchId(), chunk.lines()).forEach(judged::judge);
        reports.addLines(reportId, judged.lines());
        postStatusChanges.handle(
                new BatchReference(batch.batchId(), batch.bank(), batch.cycleCode()),
                judged.changes(),
                StatusChangeSource.bankReport(reportId, now));
        exceptions.add(
                judged.exceptions().stream()
                        .map(one -> exception(reportId, batch, one, now))
                        .toList());
        reports.advance(reportId, judged.outcomes());
    }

    private static BankException exception(
            UUID reportId, Batch batch, LineException one, Instant now) {
        Instruction known = one.matched().instruction();
        About about =
                new About(
                        batch.bank(),
                        batch.cycleId(),
                        known == null ? null : known.villageCode(),
                        known == null ? null : known.kpmId(),
                        known == null ? null : known.paymentId(),
                        batch.batchId(),
                        known == null ? null : known.instructionId(),
                        reportId,
                        one.matched().line().lineNo(),
                        one.matched().line().amount().idr());
        return BankException.found(
                UuidCreator.getTimeOrderedEpoch(),
                one.judgement().exception().name(),
                one.judgement().reason(),
                about,
                now);
    }

    @Override
    public void finish(Job job) {
        reports.finish(reportId(job), clock.instant());
    }

    @Override
    public String textOf(Integer firstLine) {
        return firstLine.toString();
    }

    @Override
    public Integer itemOf(String text) {
        return Integer.valueOf(text);
    }

    /** A chunk has thousands of lines, and is enough for one transaction. */
    @Override
    public int chunkItems() {
        return 1;
    }

    /** A report is applied only when all of its lines have an outcome. */
    @Override
    public boolean maySetAside() {
        return false;
    }

    private static UUID reportId(Job job) {
        return UUID.fromString(job.parameters());
    }
}
