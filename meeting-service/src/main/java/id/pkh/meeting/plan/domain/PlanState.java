package id.pkh.meeting.plan.domain;

import java.time.LocalDate;

/** What became of a plan; it follows from facts and is nowhere set. */
public enum PlanState {
    PLANNED,
    DONE,
    /** Its day passed, and nothing is on record. It has no consequence by itself. */
    MISSED,
    CANCELLED;

    /**
     * @param done whether the meeting is on record, or the visit was reported as done
     */
    public static PlanState of(
            boolean cancelled, boolean done, LocalDate plannedFor, LocalDate today) {
        if (done) {
            return DONE;
        }
        if (cancelled) {
            return CANCELLED;
        }
        return plannedFor.isBefore(today) ? MISSED : PLANNED;
    }
}
