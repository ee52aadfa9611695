package id.pkh.platform.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Business days are days in Jakarta, whatever the time zone of the server. */
public final class BusinessDates {

    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private BusinessDates() {}

    public static LocalDate today(Clock clock) {
        return on(clock.instant());
    }

    public static LocalDate on(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
