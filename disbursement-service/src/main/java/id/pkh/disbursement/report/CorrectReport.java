package id.pkh.disbursement.report;

import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.disbursement.report.CorrectedReports.Earlier;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * A file with the number of an earlier one and other bytes corrects it. What differs is kept before
 * people decide about it. Its lines are then judged like all others: what would move a payment back
 * is an exception, and so is what the correction no longer lists.
 */
@ApplicationScoped
class CorrectReport {

    private final CorrectedReports corrected;
    private final BankExceptions exceptions;
    private final Clock clock;

    CorrectReport(CorrectedReports corrected, BankExceptions exceptions, Clock clock) {
        this.corrected = corrected;
        this.exceptions = exceptions;
        this.clock = clock;
    }

    /** The file that the staged report corrects; null for none. */
    @Transactional(Transactional.TxType.MANDATORY)
    UUID corrected(UUID reportId) {
        Optional<Earlier> earlier = corrected.earlier(reportId);
        if (earlier.isEmpty()) {
            return null;
        }
        UUID corrects = earlier.get().reportId();
        if (earlier.get().waits()) {
            throw Refused.because("REPORT_CORRECTION_WAITS").with("report_id", corrects);
        }
        corrected.compare(reportId, corrects);
        return corrects;
    }

    /** All lines of the report have their outcome. */
    @Transactional(Transactional.TxType.MANDATORY)
    void applied(Report report) {
        if (report.corrects() != null) {
            exceptions.add(corrected.takenBack(report.reportId(), clock.instant()));
        }
    }
}
