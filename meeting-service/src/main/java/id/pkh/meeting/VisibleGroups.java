package id.pkh.meeting;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.AreaScope;

/** The WHERE clause for lists of groups and of their data; {@code g} is the group. */
public final class VisibleGroups {

    private VisibleGroups() {}

    /**
     * Limits a list to the areas of the caller and to the requested area.
     *
     * @param village a village or the area above it; null for all
     */
    public static Conditions in(AreaScope areas, String village) {
        return in(areas).andArea("g.village_code", AreaScope.requested(village));
    }

    public static Conditions in(AreaScope areas) {
        Conditions where = new Conditions();
        return areas.isEverywhere() ? where : where.andAnyArea("g.village_code", areas.codes());
    }
}
