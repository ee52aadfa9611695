package id.pkh.meeting.monthclose;

import id.pkh.platform.calendar.CalendarPeriods;
import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.Optional;

/** Months are closed on the schedule as they are closed on request. */
@ApplicationScoped
class CalendarMonths implements CalendarPeriods {

    private final CloseMonth closeMonth;
    private final Closings closings;
    private final DueGroups dueGroups;

    CalendarMonths(CloseMonth closeMonth, Closings closings, DueGroups dueGroups) {
        this.closeMonth = closeMonth;
        this.closings = closings;
        this.dueGroups = dueGroups;
    }

    @Override
    public String policyKind() {
        return "MONTH_CLOSING";
    }

    @Override
    public Length length() {
        return Length.MONTH;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Progress close(YearMonth month) {
        Optional<ClosingEntity> known = closings.find(month, CloseMonth.WHOLE_COUNTRY);
        if (known.isPresent()) {
            return known.get().isDone() ? Progress.CLOSED : Progress.UNDER_WAY;
        }
        if (!dueGroups.hasGroups(CloseMonth.WHOLE_COUNTRY)) {
            return Progress.NOTHING_TO_CLOSE;
        }
        closeMonth.start(
                month,
                CloseMonth.WHOLE_COUNTRY,
                SYSTEM,
                ClosingReason.CALENDAR,
                AreaScope.everywhere());
        return Progress.UNDER_WAY;
    }
}
