package id.pkh.meeting.plan;

import id.pkh.meeting.plan.domain.PlanKind;
import id.pkh.meeting.plan.domain.PlanState;
import id.pkh.meeting.plan.domain.Slot;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/**
 * Something that is planned, as it stands. A plan says when something is meant to happen and
 * nothing about who is to blame: duty and lapses are derived from what was held.
 *
 * @param groupId of what concerns a group; null otherwise
 * @param schoolId NPSN of the school that is visited; null otherwise
 * @param clinicCode the health service that is visited; null when none is known, and otherwise
 * @param families that attend it; null otherwise
 * @param kpmId the family that is visited; null otherwise
 * @param cycleCode the payment cycle of a withdrawal day; null when it is not known, and otherwise
 * @param period first day of the month or quarter for which it is planned
 * @param place null for the usual place
 * @param sessionCode the session that comes next; null when there is none
 * @param doneOn reported by a person; null for meetings
 * @param invitedVersion the version that was announced; null when none was
 * @param held whether the meeting of the month is on record
 */
record PlanItem(
        UUID id,
        PlanKind kind,
        String villageCode,
        UUID groupId,
        String groupCode,
        String schoolId,
        String clinicCode,
        Integer families,
        UUID kpmId,
        String purpose,
        String cycleCode,
        LocalDate period,
        LocalDate plannedFor,
        LocalTime startsAt,
        String place,
        String sessionCode,
        int version,
        boolean cancelled,
        LocalDate doneOn,
        Integer invitedVersion,
        Integer remindedVersion,
        boolean held) {

    PlanState state(LocalDate today) {
        return PlanState.of(cancelled, isDone(), plannedFor, today);
    }

    boolean isDone() {
        return held || doneOn != null;
    }

    boolean isInvited() {
        return invitedVersion != null;
    }

    boolean isReminded() {
        return remindedVersion != null;
    }

    Slot slot() {
        return new Slot(plannedFor, startsAt);
    }
}
