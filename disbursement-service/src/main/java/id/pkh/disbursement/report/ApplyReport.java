package id.pkh.disbursement.report;

import id.pkh.disbursement.DisbursementConfig;
import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.report.Answers.Named;
import id.pkh.disbursement.report.Lanes.Lane;
import id.pkh.disbursement.report.Reports.Line;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.platform.messaging.Causation;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Applies the next lines of a report, in a few lanes at the same time, each with a transaction of
 * its own. This transaction holds the report meanwhile, so that nobody else is at it. A line that
 * has its outcome is done: after a crash, or when a lane has failed, those that have none are
 * applied, and no other.
 */
@ApplicationScoped
class ApplyReport {

    private final Reports reports;
    private final Batches batches;
    private final Answers answers;
    private final ApplyLane applyLane;
    private final DisbursementConfig config;
    private final Clock clock;
    private final ExecutorService threads =
            Executors.newCachedThreadPool(task -> new Thread(task, "bank-report-lane"));

    ApplyReport(
            Reports reports,
            Batches batches,
            Answers answers,
            ApplyLane applyLane,
            DisbursementConfig config,
            Clock clock) {
        this.reports = reports;
        this.batches = batches;
        this.answers = answers;
        this.applyLane = applyLane;
        this.config = config;
        this.clock = clock;
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdown();
    }

    /** Returns whether there may be more. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean next(UUID reportId) {
        Optional<Report> staged = reports.lockStaged(reportId);
        if (staged.isEmpty()) {
            return false;
        }
        Report report = staged.get();
        int ofLane = config.bank().reportLaneLines();
        List<Line> lines =
                reports.withoutOutcome(
                        reportId, report.checkpoint(), ofLane * config.bank().reportLanes());
        if (lines.isEmpty()) {
            reports.finish(reportId, clock.instant());
            return false;
        }
        Batch batch = batches.byId(report.batchId()).orElseThrow();
        List<Named> named =
                answers.named(
                        batch.batchId(),
                        ReportedLines.instructionsOf(lines),
                        ReportedLines.paymentsOf(lines));
        apply(report, batch, Lanes.of(lines, named, ofLane));
        reports.checkpoint(reportId, lines.get(lines.size() - 1).lineNo());
        return true;
    }

    /** Waits for all of them, also when one has failed: none works on behind the report's lock. */
    private void apply(Report report, Batch batch, List<Lane> lanes) {
        Causation cause = Causation.current();
        CompletableFuture<?>[] others =
                lanes.stream()
                        .skip(1)
                        .map(
                                lane ->
                                        CompletableFuture.runAsync(
                                                () ->
                                                        cause.run(
                                                                () ->
                                                                        applyLane.handle(
                                                                                report, batch,
                                                                                lane)),
                                                threads))
                        .toArray(CompletableFuture[]::new);
        CompletableFuture<Void> all = CompletableFuture.allOf(others);
        try {
            applyLane.handle(report, batch, lanes.get(0));
        } finally {
            all.exceptionally(failed -> null).join();
        }
        try {
            all.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException own ? own : failed;
        }
    }
}
