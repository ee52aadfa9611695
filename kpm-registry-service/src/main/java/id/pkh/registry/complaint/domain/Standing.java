package id.pkh.registry.complaint.domain;

import id.pkh.registry.complaint.domain.ComplaintCodes.Outcome;
import id.pkh.registry.complaint.domain.ComplaintCodes.RejectReason;
import java.time.LocalDate;

/**
 * Where a complaint is: its state, the level that has it, and what its handler proposed.
 *
 * @param reach the highest level that has had to do with it, and may therefore see it
 * @param round 1, and one more each time it is opened again
 * @param outcome what the handler proposes, or what was confirmed; null before
 */
public record Standing(
        ComplaintState state,
        HandlingLevel level,
        HandlingLevel reach,
        int round,
        LocalDate dueOn,
        String handler,
        Outcome outcome,
        RejectReason reason,
        String followedUpBy,
        String closedBy,
        LocalDate familyToldOn) {

    public static Standing lodged(HandlingLevel first, LocalDate dueOn) {
        return new Standing(
                ComplaintState.OPEN, first, first, 1, dueOn, null, null, null, null, null, null);
    }

    public Standing takenBy(String person) {
        return handled(ComplaintState.IN_PROGRESS, level, reach, dueOn, person);
    }

    /** The level above sees it as well, because one of its people may close it. */
    public Standing followedUpBy(String person, Outcome proposed, RejectReason why) {
        return new Standing(
                ComplaintState.FOLLOWED_UP,
                level,
                reach.higher(level.above()),
                round,
                dueOn,
                handler,
                proposed,
                why,
                person,
                null,
                null);
    }

    public Standing returned() {
        return handled(ComplaintState.IN_PROGRESS, level, reach, dueOn, handler);
    }

    public Standing closedBy(String person, LocalDate toldOn) {
        return new Standing(
                outcome == Outcome.DONE ? ComplaintState.DONE : ComplaintState.REJECTED,
                level,
                reach,
                round,
                dueOn,
                handler,
                outcome,
                reason,
                followedUpBy,
                person,
                toldOn);
    }

    /** A family that does not agree gets other people: the next level looks at it. */
    public Standing reopened(LocalDate due) {
        HandlingLevel next = level.above();
        return new Standing(
                ComplaintState.OPEN,
                next,
                reach.higher(next),
                round + 1,
                due,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** What is followed up waits for its second person, now also of the level above. */
    public Standing escalated(LocalDate due) {
        HandlingLevel next = level.above();
        if (state == ComplaintState.FOLLOWED_UP) {
            return new Standing(
                    state,
                    next,
                    reach.higher(next.above()),
                    round,
                    due,
                    handler,
                    outcome,
                    reason,
                    followedUpBy,
                    null,
                    null);
        }
        return handled(ComplaintState.OPEN, next, reach.higher(next), due, null);
    }

    /** Whether people of a level may close it: those who have it, and those above them. */
    public boolean isClosedAt(HandlingLevel other) {
        return other == level || other == level.above();
    }

    private Standing handled(
            ComplaintState next,
            HandlingLevel at,
            HandlingLevel seenUpTo,
            LocalDate due,
            String person) {
        return new Standing(next, at, seenUpTo, round, due, person, null, null, null, null, null);
    }
}
