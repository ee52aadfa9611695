package id.pkh.meeting.plan;

import id.pkh.meeting.plan.domain.PlanKind;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.UUID;

/** Moves what is planned to another day, hour or place, or plans again what was cancelled. */
@ApplicationScoped
class ChangePlan {

    private final PlanRows rows;
    private final PlanTimes times;
    private final TellGroups tellGroups;
    private final Clock clock;

    ChangePlan(PlanRows rows, PlanTimes times, TellGroups tellGroups, Clock clock) {
        this.rows = rows;
        this.times = times;
        this.tellGroups = tellGroups;
        this.clock = clock;
    }

    /** Whether anything changed; the same plan again is recognised. */
    @Transactional
    boolean handle(UUID id, PlanChangeRequest request, AreaScope areas, String by) {
        PlanItem item = rows.lock(id, areas);
        LocalTime at = PlanTimes.parse(request.startsAt());
        String place = PlanTimes.place(request.place());
        if (isAsWanted(item, request.plannedFor(), at, place)) {
            return false;
        }
        refuseUnlessOpen(item, request.version(), times.today());
        times.refuseUnlessAhead(request.plannedFor());
        if (item.kind().staysInPeriod()
                && !item.kind().periodOf(request.plannedFor()).equals(item.period())) {
            throw Refused.because("PLAN_OUTSIDE_PERIOD").with("period", item.period());
        }
        if (item.kind() != PlanKind.WITHDRAWAL_DAY) { // groups withdraw together
            times.refuseOverlap(item.villageCode(), request.plannedFor(), at, id);
        }
        rows.change(
                item,
                request.plannedFor(),
                at,
                place,
                false,
                request.reason().strip(),
                clock.instant(),
                by);
        tellGroups.moved(item, request.plannedFor(), at);
        return true;
    }

    private static boolean isAsWanted(PlanItem item, LocalDate day, LocalTime at, String place) {
        return !item.cancelled()
                && item.plannedFor().equals(day)
                && item.startsAt().equals(at)
                && Objects.equals(item.place(), place);
    }

    /** What is past or done stays as it was planned. */
    static void refuseUnlessOpen(PlanItem item, int version, LocalDate today) {
        if (item.version() != version) {
            throw Refused.because("PLAN_CHANGED").with("version", item.version());
        }
        if (item.isDone()) {
            throw Refused.because("PLAN_ITEM_DONE");
        }
        if (item.plannedFor().isBefore(today)) {
            throw Refused.because("PLAN_ITEM_PAST").with("date", item.plannedFor());
        }
    }
}
