package id.pkh.verification.signal;

import id.pkh.verification.signal.domain.Cause;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * A source of facts that the ladder may count. Each feature that has such facts implements this.
 */
public interface SignalSource {

    /** Adds the facts about these families, for some or all of these causes. */
    void contribute(Collection<UUID> kpmIds, Set<Cause> causes, SignalCollector into);

    /**
     * Whether these facts were derived with a policy of commitments, so that a draft changes them.
     */
    default boolean dependsOnCommitmentPolicy() {
        return false;
    }
}
