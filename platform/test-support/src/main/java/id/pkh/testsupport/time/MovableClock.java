package id.pkh.testsupport.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that runs at its usual pace, from the moment that a test sets. */
public class MovableClock extends Clock {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private volatile Duration offset = Duration.ZERO;

    /** The real time, until a test sets another one. */
    public MovableClock() {}

    /** Noon of this day in Jakarta, until a test sets another time. */
    public MovableClock(String day) {
        setTo(day);
    }

    /** Noon in Jakarta. */
    public void setTo(String day) {
        setTo(LocalDate.parse(day).atTime(12, 0).atZone(JAKARTA).toInstant());
    }

    public void setTo(Instant instant) {
        offset = Duration.between(Instant.now(), instant);
    }

    /** Back to the real time. */
    public void reset() {
        offset = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
