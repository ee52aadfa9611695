package id.pkh.disbursement.report;

import com.github.f4b6a3.uuid.UuidCreator;
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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Applies a chunk of a report in one transaction: each line gets its outcome. */
@ApplicationScoped
class ApplyChunk {

    private final Reports reports;
    private final MatchLines matchLines;
    private final InstructionStatuses statuses;
    private final PostStatusChanges postStatusChanges;
    private final BankExceptions exceptions;
    private final Clock clock;

    ApplyChunk(
            Reports reports,
            MatchLines matchLines,
            InstructionStatuses statuses,
            PostStatusChanges postStatusChanges,
            BankExceptions exceptions,
            Clock clock) {
        this.reports = reports;
        this.matchLines = matchLines;
        this.statuses = statuses;
        this.postStatusChanges = postStatusChanges;
        this.exceptions = exceptions;
        this.clock = clock;
    }

    /**
     * Applies the first remaining chunk, and returns whether there was one. The lock on the batch
     * keeps the chunks in their order, whichever instance applies them.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean next(UUID reportId, Batch batch) {
        statuses.lockBatch(batch.batchId());
        Optional<Chunk> chunk = reports.takeChunk(reportId);
        chunk.ifPresent(some -> apply(reportId, batch, some));
        return chunk.isPresent();
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
}
