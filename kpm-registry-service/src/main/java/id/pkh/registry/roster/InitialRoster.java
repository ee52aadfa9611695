package id.pkh.registry.roster;

import java.time.Instant;
import java.util.UUID;

/** A file that an officer permitted to bring the families of an area into the registry, once. */
public record InitialRoster(
        UUID rosterId,
        String areaCode,
        String sha256,
        String status,
        String permittedBy,
        Instant permittedAt,
        String usedBy,
        Instant usedAt,
        UUID fileId,
        String withdrawnBy,
        Instant withdrawnAt) {

    boolean isPermitted() {
        return status.equals(RosterStatus.PERMITTED.name());
    }

    boolean covers(String villageCode) {
        return villageCode.equals(areaCode) || villageCode.startsWith(areaCode + ".");
    }
}
