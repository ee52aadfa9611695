package id.pkh.registry.initial.domain;

import id.pkh.registry.dataupdate.domain.UpdateState;
import id.pkh.registry.initial.domain.InitialCodes.Verdict;

/** How far an item of a candidate is. One that was never compared is open. */
public enum ItemState {
    OPEN,
    /** Its data update waits for a decision, or for the field to revise it. */
    WAITS,
    SETTLED;

    /**
     * @param update state of the data update of a difference; null for the others
     */
    public static ItemState of(Verdict verdict, UpdateState update) {
        return switch (verdict) {
            case MATCHES -> SETTLED;
            case MISSING -> OPEN;
            case DIFFERS ->
                    switch (update) {
                        case ACCEPTED -> SETTLED;
                        case SUBMITTED, RETURNED -> WAITS;
                        case WITHDRAWN -> OPEN;
                    };
        };
    }
}
