package id.pkh.registry.enrolment;

import id.pkh.platform.security.Caller;
import id.pkh.registry.area.Areas;
import id.pkh.registry.intake.RequestErrors;

/** A village outside the caller's area is as unknown as one that does not exist. */
final class Villages {

    private Villages() {}

    static void require(Areas areas, Caller caller, String villageCode) {
        if (!caller.areas().covers(villageCode) || !areas.isVillage(villageCode)) {
            throw RequestErrors.refused(
                    "VILLAGE_UNKNOWN", "village_code", "code of a known village in your area");
        }
    }
}
