package id.pkh.registry.enrolment;

import id.pkh.platform.web.Refused;
import id.pkh.registry.identity.Disclosure;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** What a request to reveal something about many families must state. */
final class FamiliesToReveal {

    static final int MAX_FAMILIES = 1_000;

    private FamiliesToReveal() {}

    static void require(List<UUID> familyIds, String purpose) {
        if (familyIds == null
                || familyIds.isEmpty()
                || familyIds.size() > MAX_FAMILIES
                || familyIds.contains(null)
                || new HashSet<>(familyIds).size() < familyIds.size()) {
            throw Refused.because("FAMILY_IDS_INVALID").with("max_families", MAX_FAMILIES);
        }
        Disclosure.purposeOf(purpose);
    }
}
