package id.pkh.meeting.support;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A village that no other test uses, in a sub-district of its own. */
public record Village(String code, String district, UUID facilitatorId) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    public static Village another() {
        int number = NUMBER.incrementAndGet();
        String district = "17.%02d.%02d".formatted(10 + number / 90, 10 + number % 90);
        return new Village(district + ".1001", district, UuidCreator.getTimeOrderedEpoch());
    }

    public String facilitatorCode() {
        return "PSD-" + facilitatorId.toString().substring(28);
    }

    /** Another village of the same sub-district, with a facilitator of its own. */
    public Village neighbour(int number) {
        return new Village(
                "%s.%04d".formatted(district, 1001 + number),
                district,
                UuidCreator.getTimeOrderedEpoch());
    }

    public Village under(UUID facilitator) {
        return new Village(code, district, facilitator);
    }

    public String group(int number) {
        return "%s-%02d".formatted(code, number);
    }
}
