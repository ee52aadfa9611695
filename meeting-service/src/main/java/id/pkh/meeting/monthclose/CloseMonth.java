package id.pkh.meeting.monthclose;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.Jobs;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/**
 * Closes a month in an area, on request or on the schedule. The same request again resumes a
 * closing that failed, closes groups that were formed meanwhile, or changes nothing.
 */
@ApplicationScoped
class CloseMonth {

    static final String WHOLE_COUNTRY = "*";

    private final Closings closings;
    private final DueGroups dueGroups;
    private final Jobs jobs;
    private final Clock clock;

    CloseMonth(Closings closings, DueGroups dueGroups, Jobs jobs, Clock clock) {
        this.closings = closings;
        this.dueGroups = dueGroups;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Which closing it is, and the job that works on it; no job when there is nothing to do. */
    record Started(UUID closingId, Optional<UUID> jobId) {}

    @Transactional
    Started start(
            YearMonth month, String areaCode, String by, ClosingReason reason, AreaScope areas) {
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
                        UuidCreator.getTimeOrderedEpoch(),
                        month,
                        areaCode,
                        by,
                        reason,
                        clock.instant());
        int due = dueGroups.count(areaCode, month);
        if (closing.isDone() && due == 0) {
            return new Started(closing.id, Optional.empty());
        }
        if (closing.isDone() || closing.groupsTotal == 0) {
            closing.startOver(due);
        }
        return new Started(closing.id, Optional.of(planned(closing, by)));
    }

    /** Plans the job, or finds the one there is; one that failed is resumed. */
    private UUID planned(ClosingEntity closing, String by) {
        Job job = jobs.plan(MonthClosingWork.order(closing, by)).job();
        if (job.status() == Job.Status.STOPPED) {
            throw Refused.because("CLOSING_STOPPED").with("closing_id", closing.id);
        }
        if (job.status() == Job.Status.FAILED) {
            jobs.resume(job.jobId());
        }
        return job.jobId();
    }
}
