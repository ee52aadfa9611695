package id.pkh.disbursement.payment;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Families that this transaction has locked, with the version of each. No other transaction can
 * change their payments.
 */
public final class LockedFamilies {

    private final Map<UUID, Long> versions;
    private final Set<UUID> advanced = new LinkedHashSet<>();

    public LockedFamilies(Map<UUID, Long> versions) {
        this.versions = new LinkedHashMap<>(versions);
    }

    /** The version of the family after one more event. */
    public long nextVersion(UUID kpmId) {
        advanced.add(kpmId);
        return versions.merge(kpmId, 1L, Long::sum);
    }

    /** The versions that have to be written back. */
    public Map<UUID, Long> advanced() {
        Map<UUID, Long> result = new LinkedHashMap<>();
        advanced.forEach(kpmId -> result.put(kpmId, versions.get(kpmId)));
        return result;
    }
}
