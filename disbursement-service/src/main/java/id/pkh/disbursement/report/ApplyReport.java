package id.pkh.disbursement.report;

import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.money.Collisions;
import id.pkh.disbursement.money.PostSending;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.disbursement.report.Reports.ReportStatus;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Applies the remaining chunks of a staged report in their order, each in a transaction of its own.
 * After a crash any instance resumes with the first remaining chunk.
 */
@ApplicationScoped
class ApplyReport {

    private final Reports reports;
    private final Batches batches;
    private final PostSending postSending;
    private final ApplyChunk applyChunk;
    private final Clock clock;

    ApplyReport(
            Reports reports,
            Batches batches,
            PostSending postSending,
            ApplyChunk applyChunk,
            Clock clock) {
        this.reports = reports;
        this.batches = batches;
        this.postSending = postSending;
        this.applyChunk = applyChunk;
        this.clock = clock;
    }

    /**
     * Applies the whole report; several instances may do this at the same time. The sending of its
     * batch is completed first, so that the events of a payment keep their order.
     */
    void handle(UUID reportId) {
        Report report = inTransaction(() -> reports.byId(reportId).orElseThrow());
        if (report.status() != ReportStatus.STAGED) {
            return;
        }
        Batch batch = inTransaction(() -> batches.byId(report.batchId()).orElseThrow());
        postSending.complete(batch.batchId());
        while (Collisions.retried(() -> applyChunk.next(reportId, batch))) {
            // the next chunk
        }
        QuarkusTransaction.requiringNew().run(() -> reports.finish(reportId, clock.instant()));
    }

    private static <T> T inTransaction(Callable<T> reading) {
        return QuarkusTransaction.requiringNew().call(reading);
    }
}
