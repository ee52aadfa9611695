package id.pkh.disbursement.report;

import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.disbursement.money.MoneyAnnouncements;
import id.pkh.disbursement.payment.Families;
import id.pkh.disbursement.payment.LockedFamilies;
import id.pkh.disbursement.report.Answers.Instructed;
import id.pkh.disbursement.report.Reports.Line;
import id.pkh.disbursement.report.Reports.Report;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Applies the next lines of a report, in one transaction with its checkpoint: after a crash it goes
 * on with the line that follows.
 */
@ApplicationScoped
class ApplyReport {

    private static final int LINES_AT_ONCE = 1_000;
    private static final String CAUSE = "BANK_REPORT";

    private final Reports reports;
    private final Batches batches;
    private final Answers answers;
    private final Families families;
    private final BankExceptions exceptions;
    private final MoneyAnnouncements announcements;
    private final Clock clock;

    ApplyReport(
            Reports reports,
            Batches batches,
            Answers answers,
            Families families,
            BankExceptions exceptions,
            MoneyAnnouncements announcements,
            Clock clock) {
        this.reports = reports;
        this.batches = batches;
        this.answers = answers;
        this.families = families;
        this.exceptions = exceptions;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Returns whether there may be more. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean next(UUID reportId) {
        Optional<Report> staged = reports.lockStaged(reportId);
        if (staged.isEmpty()) {
            return false;
        }
        Report report = staged.get();
        Instant now = clock.instant();
        List<Line> lines = reports.linesAfter(reportId, null, report.checkpoint(), LINES_AT_ONCE);
        if (lines.isEmpty()) {
            reports.finish(reportId, now);
            return false;
        }
        apply(report, lines, now);
        return true;
    }

    private void apply(Report report, List<Line> lines, Instant now) {
        Batch batch = batches.byId(report.batchId()).orElseThrow();
        Set<UUID> ids = ReportedLines.references(lines);
        LockedFamilies locked = families.lock(answers.families(batch.batchId(), ids));
        List<Instructed> known = answers.lock(batch.batchId(), ids);
        ReportedLines judged = new ReportedLines(report, batch, known, now);
        lines.forEach(judged::judge);
        answers.move(judged.moves(), CAUSE, report.reportId().toString(), now);
        exceptions.add(judged.exceptions());
        announcements.announce(judged.news(), locked);
        families.saveVersions(locked);
        reports.record(report.reportId(), judged.results(), lines.get(lines.size() - 1).lineNo());
    }
}
