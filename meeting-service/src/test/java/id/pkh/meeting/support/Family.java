package id.pkh.meeting.support;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A family as the registry knows it: a caretaker with a NIK and, in all events, only its token. */
public record Family(UUID kpmId, String nik) {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    public static Family another() {
        int serial = SERIAL.incrementAndGet();
        return new Family(
                UuidCreator.getTimeOrderedEpoch(),
                "1771085203%02d%04d".formatted(80 + serial / 9000, 1 + serial % 9000));
    }
}
