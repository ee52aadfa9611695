package id.pkh.testsupport.planted;

import java.time.Instant;

/** Planted: a name that states nothing, a look at the system clock, and a fraction. */
public class ClockedHelper {

    double share;

    Instant now() {
        return Instant.now();
    }
}
