package id.pkh.meeting.plan;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;

/** Records that a visit, a report or a withdrawal day that was planned took place. */
@ApplicationScoped
class CompletePlan {

    private final PlanRows rows;
    private final PlanTimes times;

    CompletePlan(PlanRows rows, PlanTimes times) {
        this.rows = rows;
        this.times = times;
    }

    /** The first day that was recorded stays; a later report of the same changes nothing. */
    @Transactional
    void handle(UUID id, LocalDate doneOn, AreaScope areas, String by) {
        PlanItem item = rows.lock(id, areas);
        if (item.kind().isMeeting()) {
            throw Refused.because("PLAN_DONE_BY_RECORD");
        }
        if (doneOn.isAfter(times.today())) {
            throw Refused.because("DATE_IN_FUTURE").with("date", doneOn);
        }
        if (doneOn.isBefore(item.period())) {
            throw Refused.because("PLAN_OUTSIDE_PERIOD").with("period", item.period());
        }
        if (item.doneOn() == null) {
            rows.done(id, doneOn, by);
        }
    }
}
