package id.pkh.verification.notice;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The registry, which is the only service with names. */
public interface CaretakerDirectory {

    int MAX_FAMILIES = 1_000;

    /**
     * The names of the caretakers of up to {@link #MAX_FAMILIES} families; families that the
     * registry does not show are left out. Empty when the registry does not show names to the
     * caller. Refuses with REGISTRY_UNAVAILABLE or REGISTRY_REFUSES_CALLER.
     *
     * @param bearerToken token of the caller, in whose name the registry is asked
     * @param purpose purpose of the read, which the registry logs
     */
    Optional<Map<UUID, String>> namesOf(
            Collection<UUID> kpmIds, String bearerToken, String purpose);
}
