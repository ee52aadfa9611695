package id.pkh.disbursement.kpm;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Families as the registry publishes them. */
public interface Kpms {

    /**
     * Records the snapshots that are newer than the recorded ones, one per family, and returns the
     * families that changed.
     */
    Set<UUID> recordNewer(Collection<KpmSnapshot> snapshots);
}
