package id.pkh.verification.planted.domain;

import java.time.LocalDate;

/** Breaks a rule on purpose: the domain looks at the clock. */
public final class PlantedClock {

    public LocalDate today() {
        return LocalDate.now();
    }
}
