package id.pkh.meeting.meeting;

import id.pkh.meeting.duty.ClosedMonths;
import id.pkh.meeting.duty.ClosedMonths.ClosedMonth;
import id.pkh.meeting.duty.ResponsibleFacilitators;
import id.pkh.meeting.family.GroupFamilies;
import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.meeting.domain.MeetingKind;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The facilitator who was responsible for a meeting that was not held, and the families to which it
 * was due.
 */
@ApplicationScoped
class NotHeldCircumstances {

    private final ClosedMonths closedMonths;
    private final ResponsibleFacilitators facilitators;
    private final GroupFamilies families;
    private final Clock clock;

    NotHeldCircumstances(
            ClosedMonths closedMonths,
            ResponsibleFacilitators facilitators,
            GroupFamilies families,
            Clock clock) {
        this.closedMonths = closedMonths;
        this.facilitators = facilitators;
        this.families = families;
        this.clock = clock;
    }

    /**
     * The facts on the day that counts: the last day of the month, or today while the month is not
     * over.
     *
     * @param facilitatorId null when no one is responsible
     */
    record Found(
            YearMonth month, LocalDate day, UUID facilitatorId, List<UUID> kpmIds, Instant now) {}

    void refuseUnlessDue(GroupEntity group, YearMonth month) {
        if (month.isAfter(YearMonth.from(BusinessDates.today(clock)))) {
            throw Refused.because("NOT_HELD_MONTH_IN_FUTURE").with("month", month);
        }
        if (group.formedOn().isAfter(month.atEndOfMonth())) {
            throw Refused.because("MEETING_BEFORE_GROUP_FORMED")
                    .with("group_code", group.code())
                    .with("formed_on", group.formedOn());
        }
        if (!MeetingEntity.in(group.id(), MeetingKind.GROUP_MEETING, month).isEmpty()) {
            throw Refused.because("MEETING_WAS_HELD")
                    .with("group_code", group.code())
                    .with("month", month);
        }
    }

    Found of(GroupEntity group, YearMonth month) {
        Instant now = clock.instant();
        LocalDate today = BusinessDates.on(now);
        LocalDate end = month.atEndOfMonth();
        LocalDate day = end.isAfter(today) ? today : end;
        Optional<ClosedMonth> closed = closedMonths.of(group.id(), month);
        UUID facilitator =
                closed.isPresent()
                        ? closed.get().facilitatorId()
                        : facilitators.of(group.villageCode(), day).orElse(null);
        List<UUID> kpmIds =
                families.owedMeetings(List.of(group.code()), day)
                        .getOrDefault(group.code(), List.of());
        return new Found(month, day, facilitator, kpmIds, now);
    }

    boolean isResponsible(Found found, String subject) {
        return found.facilitatorId() != null
                && facilitators.isKnownAs(found.facilitatorId(), subject);
    }
}
