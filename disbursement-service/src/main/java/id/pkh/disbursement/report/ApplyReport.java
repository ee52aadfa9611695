package id.pkh.disbursement.report;

import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.report.Answers.Named;
import id.pkh.disbursement.report.Reports.Chunk;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.disbursement.report.Reports.ReportStatus;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Applies what is left of a staged report, chunk by chunk and in their order, each in a transaction
 * of its own: after a crash it goes on with the first chunk that is still there. What does not
 * change any more, the next chunk and whom it names, is read while this one is being applied.
 */
@ApplicationScoped
class ApplyReport {

    /** Each holds a connection and one more to read ahead; there are only so many. */
    private static final int REPORTS_AT_ONCE = 4;

    private final Reports reports;
    private final Batches batches;
    private final Answers answers;
    private final ApplyChunk applyChunk;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(REPORTS_AT_ONCE, true);
    private final ExecutorService ahead =
            Executors.newCachedThreadPool(task -> new Thread(task, "bank-report-ahead"));

    ApplyReport(
            Reports reports, Batches batches, Answers answers, ApplyChunk applyChunk, Clock clock) {
        this.reports = reports;
        this.batches = batches;
        this.answers = answers;
        this.applyChunk = applyChunk;
        this.clock = clock;
    }

    private record NamedChunk(Chunk chunk, List<Named> named) {}

    void stop(@Observes ShutdownEvent event) {
        ahead.shutdown();
    }

    /** Returns when all of it is applied; several may be at it at the same time. */
    void handle(UUID reportId) {
        Report report = inTransaction(() -> reports.byId(reportId).orElseThrow());
        if (report.status() != ReportStatus.STAGED) {
            return;
        }
        Batch batch = inTransaction(() -> batches.byId(report.batchId()).orElseThrow());
        Optional<NamedChunk> next = after(report, 0);
        while (next.isPresent()) {
            NamedChunk chunk = next.get();
            CompletableFuture<Optional<NamedChunk>> following =
                    CompletableFuture.supplyAsync(
                            () -> after(report, chunk.chunk().lastLine()), ahead);
            inTurn(() -> applyChunk.handle(report, batch, chunk.chunk(), chunk.named()));
            next = joined(following);
        }
        QuarkusTransaction.requiringNew().run(() -> reports.finish(reportId, clock.instant()));
    }

    private Optional<NamedChunk> after(Report report, int lineNo) {
        return inTransaction(
                () ->
                        reports.chunkAfter(report.reportId(), lineNo)
                                .map(
                                        chunk ->
                                                new NamedChunk(
                                                        chunk,
                                                        answers.named(
                                                                report.batchId(),
                                                                ReportedLines.instructionsOf(
                                                                        chunk.lines()),
                                                                ReportedLines.paymentsOf(
                                                                        chunk.lines())))));
    }

    /** So that a short report goes on between the chunks of long ones. */
    private void inTurn(Runnable chunk) {
        turns.acquireUninterruptibly();
        try {
            chunk.run();
        } finally {
            turns.release();
        }
    }

    private static <T> T inTransaction(Callable<T> reading) {
        return QuarkusTransaction.requiringNew().call(reading);
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException own ? own : failed;
        }
    }
}
