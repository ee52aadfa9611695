package id.pkh.platform.persistence;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/** What a service provides to this module: the time, and its tables that grow. */
class TestClock {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-03-15T00:00:00Z"), ZoneOffset.UTC);
    }

    @Produces
    @Singleton
    PartitionedTable yearly() {
        return PartitionedTable.yearly("grown_yearly", 1, Period.ofYears(1));
    }
}
