package id.pkh.disbursement.report;

import id.pkh.disbursement.DisbursementConfig;
import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.report.Answers.Named;
import id.pkh.disbursement.report.Reports.Chunk;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.disbursement.report.Reports.ReportStatus;
import id.pkh.platform.messaging.Causation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Applies what is left of a staged report, chunk by chunk, each in a transaction of its own: after
 * a crash it goes on with those that are still there. They are begun in their order, and the next
 * one before the last is done unless both name the same instruction, because a line is judged by
 * what the ones before it have made of its instruction.
 */
@ApplicationScoped
class ApplyReport {

    /** Chunks of all reports; each holds a connection, and there are only so many. */
    private static final int CHUNKS_AT_ONCE = 4;

    private final Reports reports;
    private final Batches batches;
    private final Answers answers;
    private final ApplyChunk applyChunk;
    private final DisbursementConfig config;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(CHUNKS_AT_ONCE, true);
    private final ExecutorService threads =
            Executors.newCachedThreadPool(task -> new Thread(task, "bank-report-chunk"));

    ApplyReport(
            Reports reports,
            Batches batches,
            Answers answers,
            ApplyChunk applyChunk,
            DisbursementConfig config,
            Clock clock) {
        this.reports = reports;
        this.batches = batches;
        this.answers = answers;
        this.applyChunk = applyChunk;
        this.config = config;
        this.clock = clock;
    }

    /** A chunk with every instruction that one of its lines names. */
    private record NamedChunk(Chunk chunk, Set<Named> named) {}

    private record AtWork(Set<Named> named, CompletableFuture<Void> end) {}

    void stop(@Observes ShutdownEvent event) {
        threads.shutdown();
    }

    /** Returns when all of it is applied; several may be at it at the same time. */
    void handle(UUID reportId) {
        Report report = inTransaction(() -> reports.byId(reportId).orElseThrow());
        if (report.status() != ReportStatus.STAGED) {
            return;
        }
        Batch batch = inTransaction(() -> batches.byId(report.batchId()).orElseThrow());
        Deque<AtWork> begun = new ArrayDeque<>();
        try {
            Optional<NamedChunk> next = after(report, 0);
            while (next.isPresent()) {
                NamedChunk chunk = next.get();
                while (hasToWait(chunk, begun)) {
                    waitFor(begun.removeFirst());
                }
                begun.addLast(begin(report, batch, chunk));
                next = after(report, chunk.chunk().lastLine());
            }
            while (!begun.isEmpty()) {
                waitFor(begun.removeFirst());
            }
        } finally {
            begun.forEach(one -> one.end().exceptionally(failed -> null).join());
        }
        QuarkusTransaction.requiringNew().run(() -> reports.finish(reportId, clock.instant()));
    }

    private boolean hasToWait(NamedChunk chunk, Deque<AtWork> begun) {
        return begun.size() >= config.bank().reportChunksAtOnce()
                || begun.stream()
                        .anyMatch(one -> !Collections.disjoint(one.named(), chunk.named()));
    }

    private AtWork begin(Report report, Batch batch, NamedChunk chunk) {
        Causation cause = Causation.current();
        return new AtWork(
                chunk.named(),
                CompletableFuture.runAsync(
                        () -> cause.run(() -> inTurn(() -> apply(report, batch, chunk))), threads));
    }

    private void apply(Report report, Batch batch, NamedChunk chunk) {
        applyChunk.handle(report, batch, chunk.chunk(), chunk.named());
    }

    private Optional<NamedChunk> after(Report report, int lineNo) {
        return inTransaction(
                () -> reports.chunkAfter(report.reportId(), lineNo).map(one -> named(report, one)));
    }

    private NamedChunk named(Report report, Chunk chunk) {
        return new NamedChunk(
                chunk,
                Set.copyOf(
                        answers.named(
                                report.batchId(),
                                ReportedLines.instructionsOf(chunk.lines()),
                                ReportedLines.paymentsOf(chunk.lines()))));
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

    private static void waitFor(AtWork chunk) {
        try {
            chunk.end().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException own ? own : failed;
        }
    }
}
