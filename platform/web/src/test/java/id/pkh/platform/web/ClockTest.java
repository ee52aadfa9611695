package id.pkh.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockTest {

    private static final Instant NOW = Instant.parse("2026-11-30T04:00:00Z");
    private static final Clock REAL = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir Path folder;

    @Test
    void withoutSettingsItIsTheRealTime() {
        assertThat(new ClockProducer(settings(null, Duration.ZERO), false).clock().instant())
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void anOffsetIsAddedAnywhere() {
        assertThat(new ClockProducer(settings(null, Duration.ofDays(-30)), false).clock().instant())
                .isCloseTo(Instant.now().minus(Duration.ofDays(30)), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void aFileIsReadWhereTheLocalIssuerIsAllowed() throws IOException {
        write("P-30D");

        assertThat(new ClockProducer(settings(file(), Duration.ZERO), true).clock().instant())
                .isCloseTo(Instant.now().minus(Duration.ofDays(30)), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void aFileKeepsAServiceFromStartingElsewhere() throws IOException {
        write("P-30D");
        ClockProducer elsewhere = new ClockProducer(settings(file(), Duration.ZERO), false);

        assertThatThrownBy(() -> elsewhere.check(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pkh.web.clock.offset-file")
                .hasMessageContaining("pkh.local-issuer.allowed=true");
    }

    @Test
    void theDayMovesWhenTheFileIsReplaced() throws IOException {
        write("P-30D");
        Clock clock = new FileOffsetClock(file(), REAL);
        assertThat(clock.instant()).isEqualTo(NOW.minus(Duration.ofDays(30)));

        for (int day = 29; day > 0; day--) {
            write("P-" + day + "D");
            assertThat(clock.instant()).isEqualTo(NOW.minus(Duration.ofDays(day)));
        }
    }

    @Test
    void anotherZoneMovesAsWell() throws IOException {
        write("P1D");
        Clock clock = new FileOffsetClock(file(), REAL).withZone(ZoneId.of("Asia/Jakarta"));

        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Asia/Jakarta"));
        assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void aFileThatIsAbsentOrStatesNoDurationIsNamed() throws IOException {
        assertThatThrownBy(() -> new FileOffsetClock(file(), REAL))
                .hasMessageContaining(file().toString());

        write("tomorrow");
        assertThatThrownBy(() -> new FileOffsetClock(file(), REAL))
                .hasMessageContaining(file().toString());
    }

    private Path file() {
        return folder.resolve("clock-offset");
    }

    private void write(String duration) throws IOException {
        Path next = Files.writeString(folder.resolve("next"), duration);
        Files.move(next, file(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static WebConfig settings(Path file, Duration offset) {
        WebConfig.Time time =
                new WebConfig.Time() {
                    @Override
                    public Duration offset() {
                        return offset;
                    }

                    @Override
                    public Optional<Path> offsetFile() {
                        return Optional.ofNullable(file);
                    }
                };
        return new WebConfig() {
            @Override
            public Json json() {
                throw new UnsupportedOperationException("no limits here");
            }

            @Override
            public Idempotency idempotency() {
                throw new UnsupportedOperationException("no keys here");
            }

            @Override
            public Time clock() {
                return time;
            }
        };
    }
}
