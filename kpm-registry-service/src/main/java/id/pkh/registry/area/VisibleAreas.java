package id.pkh.registry.area;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;

/** Lists show what lies in the caller's areas. */
public final class VisibleAreas {

    private VisibleAreas() {}

    public static Conditions of(Caller caller, String column) {
        AreaScope areas = caller.areas();
        Conditions all = new Conditions();
        return areas.isEverywhere() ? all : all.andAnyArea(column, areas.codes());
    }
}
