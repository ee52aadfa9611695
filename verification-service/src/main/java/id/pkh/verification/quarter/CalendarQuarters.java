package id.pkh.verification.quarter;

import id.pkh.platform.calendar.CalendarPeriods;
import id.pkh.platform.jobs.Jobs;
import id.pkh.platform.security.AreaScope;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.Optional;

/** Quarters are closed on the schedule as they are closed on request. */
@ApplicationScoped
class CalendarQuarters implements CalendarPeriods {

    private final CloseQuarter closeQuarter;
    private final QuarterClosings closings;
    private final Jobs jobs;

    CalendarQuarters(CloseQuarter closeQuarter, QuarterClosings closings, Jobs jobs) {
        this.closeQuarter = closeQuarter;
        this.closings = closings;
        this.jobs = jobs;
    }

    @Override
    public String policyKind() {
        return "QUARTER_CLOSING";
    }

    @Override
    public Length length() {
        return Length.QUARTER;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Progress close(YearMonth firstMonth) {
        VerificationPeriod quarter = VerificationPeriod.quarterOf(firstMonth);
        Optional<QuarterClosing> known = closings.find(quarter, CloseQuarter.WHOLE_COUNTRY);
        if (known.isPresent()) {
            return jobs.find(known.get().closingId()).orElseThrow().isDone()
                    ? Progress.CLOSED
                    : Progress.UNDER_WAY;
        }
        if (closings.families(AreaScope.everywhere(), null, 1).isEmpty()) {
            return Progress.NOTHING_TO_CLOSE;
        }
        closeQuarter.handle(
                quarter,
                CloseQuarter.WHOLE_COUNTRY,
                SYSTEM,
                ClosingReason.CALENDAR,
                AreaScope.everywhere());
        return Progress.UNDER_WAY;
    }
}
