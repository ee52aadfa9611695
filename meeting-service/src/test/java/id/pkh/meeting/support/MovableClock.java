package id.pkh.meeting.support;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The service's clock in tests: stands still until a test moves it. */
@Singleton
public class MovableClock extends Clock {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private volatile Instant now = noonOf("2026-06-10");

    /** Noon in Jakarta. */
    public void setTo(String day) {
        now = noonOf(day);
    }

    public void setToInstant(Instant instant) {
        now = instant;
    }

    private static Instant noonOf(String day) {
        return LocalDate.parse(day).atTime(12, 0).atZone(JAKARTA).toInstant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
