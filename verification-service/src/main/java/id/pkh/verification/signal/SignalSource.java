package id.pkh.verification.signal;

import id.pkh.verification.signal.domain.Cause;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** A place that knows facts the ladder may count. Each feature that has such facts offers one. */
public interface SignalSource {

    /** Adds what is known of these families, for these causes or some of them. */
    void contribute(Collection<UUID> kpmIds, Set<Cause> causes, SignalCollector into);
}
