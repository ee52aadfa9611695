package id.pkh.disbursement.report;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.disbursement.money.MoneyAnnouncements;
import id.pkh.disbursement.payment.Families;
import id.pkh.disbursement.payment.LockedFamilies;
import id.pkh.disbursement.report.Answers.Instructed;
import id.pkh.disbursement.report.Answers.Named;
import id.pkh.disbursement.report.Lanes.Lane;
import id.pkh.disbursement.report.Reports.Report;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Applies the lines of one lane: each with its outcome, in one transaction. */
@ApplicationScoped
class ApplyLane {

    private static final String CAUSE = "BANK_REPORT";

    private final Reports reports;
    private final Answers answers;
    private final Families families;
    private final BankExceptions exceptions;
    private final MoneyAnnouncements announcements;
    private final Clock clock;

    ApplyLane(
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

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void handle(Report report, Batch batch, Lane lane) {
        Instant now = clock.instant();
        LockedFamilies locked =
                families.lockKnown(lane.named().stream().map(Named::kpmId).distinct().toList());
        List<Instructed> known =
                answers.ofLocked(lane.named().stream().map(Named::instructionId).toList());
        ReportedLines judged = new ReportedLines(report, batch, known, now);
        lane.lines().forEach(judged::judge);
        answers.move(judged.moves(), CAUSE, report.reportId().toString(), now);
        exceptions.add(judged.exceptions());
        announcements.announce(judged.news(), locked);
        families.saveVersions(locked);
        reports.record(report.reportId(), judged.results());
    }
}
