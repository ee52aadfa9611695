package id.pkh.disbursement.report;

import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.report.Reports.Chunk;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.disbursement.report.Reports.ReportStatus;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Applies what is left of a staged report, chunk by chunk and in their order, each in a transaction
 * of its own: after a crash it goes on with the first one that has no outcomes. Two go on at once
 * where they have no page of instructions in common, so that none overtakes one that matters to it.
 */
@ApplicationScoped
class ApplyReport {

    /** Chunks of all reports; each holds a connection, and there are only so many. */
    private static final int CHUNKS_AT_ONCE = 4;

    /** Chunks of one report: while the database writes one, the next is judged. */
    private static final int LANES = 2;

    private final Reports reports;
    private final Batches batches;
    private final ApplyChunk applyChunk;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(CHUNKS_AT_ONCE, true);

    /** Threads of their own: who waits for one of them takes none away from it. */
    private final ExecutorService appliers =
            Executors.newFixedThreadPool(
                    CHUNKS_AT_ONCE,
                    task -> {
                        Thread thread = new Thread(task, "chunk applier");
                        thread.setDaemon(true);
                        return thread;
                    });

    ApplyReport(Reports reports, Batches batches, ApplyChunk applyChunk, Clock clock) {
        this.reports = reports;
        this.batches = batches;
        this.applyChunk = applyChunk;
        this.clock = clock;
    }

    @PreDestroy
    void stop() {
        appliers.shutdown();
    }

    /** Returns when all of it is applied; several may be at it at the same time. */
    void handle(UUID reportId) {
        Report report = inTransaction(() -> reports.byId(reportId).orElseThrow());
        if (report.status() != ReportStatus.STAGED) {
            return;
        }
        Batch batch = inTransaction(() -> batches.byId(report.batchId()).orElseThrow());
        try (ChunksAtOnce lanes = new ChunksAtOnce(LANES, appliers)) {
            Optional<Chunk> next = after(reportId, 0);
            while (next.isPresent()) {
                Chunk chunk = next.get();
                lanes.start(chunk, () -> inTurn(() -> applyChunk.handle(report, batch, chunk)));
                next = after(reportId, chunk.lastLine());
            }
        }
        QuarkusTransaction.requiringNew().run(() -> reports.finish(reportId, clock.instant()));
    }

    private Optional<Chunk> after(UUID reportId, int lineNo) {
        return inTransaction(() -> reports.chunkAfter(reportId, lineNo));
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
}
