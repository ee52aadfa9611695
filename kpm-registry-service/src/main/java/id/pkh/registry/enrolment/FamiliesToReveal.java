package id.pkh.registry.enrolment;

import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** What a request to reveal something about many families must state. */
final class FamiliesToReveal {

    static final int MAX_FAMILIES = 1_000;

    private static final int MAX_PURPOSE_CHARS = 200;

    private FamiliesToReveal() {}

    static void require(List<UUID> familyIds, String purpose) {
        if (familyIds == null
                || familyIds.isEmpty()
                || familyIds.size() > MAX_FAMILIES
                || familyIds.contains(null)
                || new HashSet<>(familyIds).size() < familyIds.size()) {
            throw Refused.because("FAMILY_IDS_INVALID").with("max_families", MAX_FAMILIES);
        }
        if (purpose == null || purpose.isBlank() || purpose.length() > MAX_PURPOSE_CHARS) {
            throw Refused.because("PURPOSE_REQUIRED").with("max_chars", MAX_PURPOSE_CHARS);
        }
        FreeTextRule.require("purpose", purpose);
    }
}
