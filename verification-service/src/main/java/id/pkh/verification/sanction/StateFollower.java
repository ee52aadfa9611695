package id.pkh.verification.sanction;

import id.pkh.verification.signal.SignalCollector;
import id.pkh.verification.signal.domain.Cause;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** What else follows from the states of families, besides steps. */
public interface StateFollower {

    /** Called when the facts of families changed, in that transaction, while they are locked. */
    void follow(Collection<UUID> kpmIds, Set<Cause> causes, SignalCollector states);
}
