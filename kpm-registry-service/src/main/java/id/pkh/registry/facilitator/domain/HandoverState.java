package id.pkh.registry.facilitator.domain;

import java.time.LocalDate;

/** How far a hand-over is. It follows from the days, and is stored nowhere. */
public enum HandoverState {
    PLANNED,
    /** Both facilitators act. */
    IN_OVERLAP,
    DONE,
    CANCELLED;

    public static HandoverState on(
            LocalDate today, LocalDate effectiveOn, LocalDate overlapUntil, boolean isCancelled) {
        if (isCancelled) {
            return CANCELLED;
        }
        if (today.isBefore(effectiveOn)) {
            return PLANNED;
        }
        return today.isAfter(overlapUntil) ? DONE : IN_OVERLAP;
    }
}
