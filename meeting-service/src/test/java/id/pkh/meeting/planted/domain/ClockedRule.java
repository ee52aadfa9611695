package id.pkh.meeting.planted.domain;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;

/** Breaks on purpose: a domain that knows a framework and asks the clock. */
@Singleton
class ClockedRule {

    LocalDate today() {
        return LocalDate.now();
    }

    Instant instant() {
        return Instant.now();
    }
}
