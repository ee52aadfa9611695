package id.pkh.verification;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.AreaScope;

/** How a list is narrowed to the areas that its reader may see. */
public final class VisibleAreas {

    private VisibleAreas() {}

    /** The first condition of a list; the others are added to it. */
    public static Conditions within(String villageColumn, AreaScope scope) {
        Conditions conditions = new Conditions();
        return scope.isEverywhere()
                ? conditions
                : conditions.andAnyArea(villageColumn, scope.codes());
    }

    /**
     * The first condition of a list that is narrowed further on request.
     *
     * @param village a village or the area above it; null for all
     */
    public static Conditions within(String villageColumn, AreaScope scope, String village) {
        return within(villageColumn, scope).andArea(villageColumn, AreaScope.requested(village));
    }
}
