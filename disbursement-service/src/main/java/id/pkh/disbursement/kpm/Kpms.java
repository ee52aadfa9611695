package id.pkh.disbursement.kpm;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** The families as the registry knows them. */
public interface Kpms {

    /** Takes over what is newer than what is known, one snapshot a family, and says of whom. */
    Set<UUID> takeOver(Collection<KpmSnapshot> snapshots);
}
