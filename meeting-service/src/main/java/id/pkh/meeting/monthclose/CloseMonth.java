package id.pkh.meeting.monthclose;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.UUID;

/**
 * Closes a month in an area. The same request again resumes a closing that stopped, closes groups
 * that were formed since, or changes nothing.
 */
@ApplicationScoped
class CloseMonth {

    private static final String WHOLE_COUNTRY = "*";

    private final Closings closings;
    private final DueGroups dueGroups;
    private final ClosingStep step;
    private final Clock clock;

    CloseMonth(Closings closings, DueGroups dueGroups, ClosingStep step, Clock clock) {
        this.closings = closings;
        this.dueGroups = dueGroups;
        this.step = step;
        this.clock = clock;
    }

    /** The closing, and whether there is anything to do. */
    record Started(UUID closingId, boolean hasWork) {}

    @Transactional
    Started start(YearMonth month, String areaCode, String by, AreaScope areas) {
        if (!areaCode.equals(WHOLE_COUNTRY) && !AreaScope.isAreaCode(areaCode)) {
            throw Refused.because("AREA_CODE_INVALID").with("area_code", areaCode);
        }
        areas.require(areaCode);
        if (!BusinessDates.today(clock).isAfter(month.atEndOfMonth())) {
            throw Refused.because("MONTH_NOT_OVER")
                    .with("month", month)
                    .with("first_day", month.plusMonths(1).atDay(1));
        }
        if (!dueGroups.hasGroups(areaCode)) {
            throw Refused.because("AREA_WITHOUT_GROUPS").with("area_code", areaCode);
        }
        ClosingEntity closing =
                closings.lockOrStart(
                        UuidCreator.getTimeOrderedEpoch(), month, areaCode, by, clock.instant());
        int due = dueGroups.count(areaCode, month);
        if (closing.isDone() && due == 0) {
            return new Started(closing.id, false);
        }
        if (closing.isDone() || closing.groupsTotal == 0) {
            closing.startOver(due);
        } else {
            closing.resume();
        }
        return new Started(closing.id, true);
    }

    /** Runs a closing until it is done. A failure is recorded with the closing, and rethrown. */
    void run(UUID closingId) {
        try {
            while (step.next(closingId)) {
                // one transaction per step
            }
        } catch (RuntimeException failure) {
            interrupted(closingId, failure);
            throw failure;
        }
    }

    /** The caller gets the original failure, even if the database cannot record it. */
    private void interrupted(UUID closingId, RuntimeException failure) {
        try {
            closings.interrupted(closingId, failure.getClass().getSimpleName());
        } catch (RuntimeException databaseAway) {
            failure.addSuppressed(databaseAway);
        }
    }
}
