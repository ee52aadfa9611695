package id.pkh.registry.export;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.AreaScope;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.family.domain.KpmStatus;

/**
 * Which families a file is about. The areas are those that the caller had when the request came,
 * because the request has ended when the later parts of the file are read.
 *
 * @param area village, or any area above it; null for all of the caller's
 * @param group null for any
 * @param status null for any
 */
record FamilyFilter(AreaScope scope, String area, String group, KpmStatus status) {

    static FamilyFilter of(AreaScope scope, String village, String group, KpmStatus status) {
        return new FamilyFilter(scope, AreaScope.requested(village), group, status);
    }

    /** For the families of the alias {@code k}. */
    Conditions conditions() {
        return CallerAreas.visible("k.village_code", scope)
                .andArea("k.village_code", area)
                .andIfGiven("k.group_code = ?", group)
                .andIfGiven("k.status = ?", status);
    }
}
