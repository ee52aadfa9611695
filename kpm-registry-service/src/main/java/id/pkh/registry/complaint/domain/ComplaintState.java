package id.pkh.registry.complaint.domain;

import java.util.Set;

/**
 * The life of a complaint: lodged for a family, taken by a person of its level, followed up with a
 * proposed outcome, and closed by another person. A family that does not agree has it opened again.
 */
public enum ComplaintState {
    OPEN,
    IN_PROGRESS,
    FOLLOWED_UP,
    DONE,
    REJECTED;

    public boolean canBecome(ComplaintState next) {
        return next(this).contains(next);
    }

    public boolean isClosed() {
        return this == DONE || this == REJECTED;
    }

    private static Set<ComplaintState> next(ComplaintState state) {
        return switch (state) {
            case OPEN -> Set.of(IN_PROGRESS);
            case IN_PROGRESS -> Set.of(OPEN, FOLLOWED_UP);
            case FOLLOWED_UP -> Set.of(IN_PROGRESS, DONE, REJECTED);
            case DONE, REJECTED -> Set.of(OPEN);
        };
    }
}
