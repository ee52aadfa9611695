package id.pkh.meeting.plan.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** What families and chairs are told of a plan before its day. */
public enum PlanNotice {
    NONE,
    INVITATION,
    REMINDER;

    /**
     * Nobody is told on the day itself: the message would come too late. What is planned at short
     * notice has its invitation, and no reminder besides.
     */
    static PlanNotice of(
            LocalDate plannedFor,
            LocalDate today,
            int inviteDays,
            int remindDays,
            boolean isInvited,
            boolean isReminded) {
        long days = ChronoUnit.DAYS.between(today, plannedFor);
        if (days < 1) {
            return NONE;
        }
        if (!isInvited) {
            return days <= inviteDays ? INVITATION : NONE;
        }
        return days <= remindDays && !isReminded ? REMINDER : NONE;
    }

    /** Whether an invitation comes so late that it is the reminder as well. */
    public static boolean alsoReminds(LocalDate plannedFor, LocalDate today, int remindDays) {
        return ChronoUnit.DAYS.between(today, plannedFor) <= remindDays;
    }
}
