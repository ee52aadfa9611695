package id.pkh.disbursement.report;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.disbursement.money.MoneyAnnouncements;
import id.pkh.disbursement.payment.Families;
import id.pkh.disbursement.payment.LockedFamilies;
import id.pkh.disbursement.report.Answers.Instructed;
import id.pkh.disbursement.report.Answers.Named;
import id.pkh.disbursement.report.Reports.Chunk;
import id.pkh.disbursement.report.Reports.Report;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Applies a chunk of a report: each line gets its outcome, all in one transaction. */
@ApplicationScoped
class ApplyChunk {

    private static final String CAUSE = "BANK_REPORT";

    private final Reports reports;
    private final Answers answers;
    private final Families families;
    private final BankExceptions exceptions;
    private final MoneyAnnouncements announcements;
    private final Clock clock;

    ApplyChunk(
            Reports reports,
            Answers answers,
            Families families,
            BankExceptions exceptions,
            MoneyAnnouncements announcements,
            Clock clock) {
        this.reports = reports;
        this.answers = answers;
        this.families = families;
        this.exceptions = exceptions;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Nothing, where somebody else has applied it. Whoever is at it now is waited for: a chunk
     * comes after the one before it, whoever applies them.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void handle(Report report, Batch batch, Chunk chunk) {
        if (!reports.claim(report.reportId(), chunk)) {
            return;
        }
        Instant now = clock.instant();
        List<Named> named =
                answers.named(
                        batch.batchId(),
                        ReportedLines.instructionsOf(chunk.lines()),
                        ReportedLines.paymentsOf(chunk.lines()));
        LockedFamilies locked =
                families.lockKnown(named.stream().map(Named::kpmId).distinct().toList());
        List<Instructed> known =
                answers.ofLocked(named.stream().map(Named::instructionId).toList());
        ReportedLines judged = new ReportedLines(report, batch, known, now);
        chunk.lines().forEach(judged::judge);
        answers.move(judged.moves(), CAUSE, report.reportId().toString(), now);
        exceptions.add(judged.exceptions());
        announcements.announce(judged.news(), locked);
        families.saveVersions(locked);
        reports.addLines(report.reportId(), judged.lines());
        reports.advance(report.reportId(), chunk.lines().size());
    }
}
