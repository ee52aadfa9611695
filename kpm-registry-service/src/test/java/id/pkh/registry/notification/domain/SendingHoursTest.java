package id.pkh.registry.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingHoursTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Makassar");

    private final SendingHours hours =
            new SendingHours(
                    ZONE, LocalTime.parse("20:00"), LocalTime.parse("07:00"), LocalTime.of(9, 0));

    @ParameterizedTest(name = "at {0} an urgent message leaves at {1}")
    @CsvSource({
        "2026-03-02T06:59:59, 2026-03-02T07:00:00",
        "2026-03-02T07:00:00, 2026-03-02T07:00:00",
        "2026-03-02T07:00:01, 2026-03-02T07:00:01",
        "2026-03-02T19:59:59, 2026-03-02T19:59:59",
        "2026-03-02T20:00:00, 2026-03-03T07:00:00",
        "2026-03-02T20:00:01, 2026-03-03T07:00:00",
        "2026-03-02T00:00:00, 2026-03-02T07:00:00"
    })
    void nothingLeavesInQuietHours(String from, String leaves) {
        assertThat(hours.first(at(from), Urgency.AT_ONCE)).isEqualTo(at(leaves));
    }

    @ParameterizedTest(name = "what is queued at {0} is in the message of {1}")
    @CsvSource({
        "2026-03-02T08:59:59, 2026-03-02T09:00:00",
        "2026-03-02T09:00:00, 2026-03-02T09:00:00",
        "2026-03-02T09:00:01, 2026-03-03T09:00:00",
        "2026-03-02T23:00:00, 2026-03-03T09:00:00"
    })
    void aDigestLeavesOnceADay(String queued, String leaves) {
        assertThat(hours.first(at(queued), Urgency.DIGEST)).isEqualTo(at(leaves));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
