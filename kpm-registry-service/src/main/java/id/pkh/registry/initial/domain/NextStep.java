package id.pkh.registry.initial.domain;

import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.initial.domain.InitialCodes.Mark;
import java.util.Collection;

/** What comes next for a candidate, on the way to its validation. */
public enum NextStep {
    DELIVER,
    MEET,
    TRACE,
    COMPARE,
    DECIDE_UPDATE,
    VALIDATE,
    NONE;

    /**
     * @param mark null when nothing is known about the meeting
     * @param items the state of every item
     */
    public static NextStep of(KpmStatus status, Mark mark, Collection<ItemState> items) {
        return switch (status) {
            case CANDIDATE -> DELIVER;
            case INVITED -> {
                if (mark == null) {
                    yield MEET;
                }
                yield mark == Mark.DID_NOT_COME ? TRACE : of(items);
            }
            case VISITED -> of(items);
            default -> NONE;
        };
    }

    private static NextStep of(Collection<ItemState> items) {
        if (items.contains(ItemState.OPEN)) {
            return COMPARE;
        }
        return items.contains(ItemState.WAITS) ? DECIDE_UPDATE : VALIDATE;
    }
}
