package id.pkh.registry.area;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.registry.intake.RequestErrors;
import jakarta.enterprise.context.ApplicationScoped;

/** Limits lists, and the villages that a request may name, to the caller's areas. */
@ApplicationScoped
public class CallerAreas {

    private final Areas areas;
    private final Caller caller;

    CallerAreas(Areas areas, Caller caller) {
        this.areas = areas;
        this.caller = caller;
    }

    /** The conditions for a list that shows only rows in the caller's areas. */
    public Conditions visible(String column) {
        return visible(column, caller.areas());
    }

    /** The same for a list that is still read when the request is answered already. */
    public static Conditions visible(String column, AreaScope scope) {
        Conditions all = new Conditions();
        return scope.isEverywhere() ? all : all.andAnyArea(column, scope.codes());
    }

    /** Refuses a row outside the caller's areas as if it did not exist. */
    public void require(String areaCode) {
        caller.areas().require(areaCode);
    }

    /** A village outside the caller's areas is refused like a village that does not exist. */
    public void requireVillage(String code) {
        if (!caller.areas().covers(code) || !areas.isVillage(code)) {
            throw RequestErrors.refused(
                    "VILLAGE_UNKNOWN", "village_code", "code of a known village in your area");
        }
    }

    public boolean cover(String areaCode) {
        return caller.areas().covers(areaCode);
    }
}
