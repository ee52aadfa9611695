package id.pkh.disbursement.planted.domain;

import java.time.LocalDate;

/** Planted: the domain must not look at the clock. */
class ClockInDomain {
    LocalDate today() {
        return LocalDate.now();
    }
}
