package id.pkh.registry.planted.domain;

import java.time.LocalDate;
import java.util.UUID;

/** Planted: a rule that asks the clock and makes an id. */
public class AsksTheClock {

    public String today() {
        return LocalDate.now() + " " + UUID.randomUUID();
    }
}
