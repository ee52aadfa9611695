package id.pkh.meeting;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;

/** The WHERE clause for lists of groups and of their data; {@code g} is the group. */
public final class VisibleGroups {

    private VisibleGroups() {}

    /**
     * Limits a list to the areas of the caller and to the requested area.
     *
     * @param village a village or the area above it; blank for all
     */
    public static Conditions in(AreaScope areas, String village) {
        Conditions where = in(areas);
        if (village != null && !village.isBlank() && !AreaScope.isAreaCode(village.strip())) {
            throw Refused.because("AREA_CODE_INVALID").with("area_code", village.strip());
        }
        return where.andArea("g.village_code", village);
    }

    public static Conditions in(AreaScope areas) {
        Conditions where = new Conditions();
        return areas.isEverywhere() ? where : where.andAnyArea("g.village_code", areas.codes());
    }
}
