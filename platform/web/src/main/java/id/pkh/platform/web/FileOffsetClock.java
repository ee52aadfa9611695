package id.pkh.platform.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

/**
 * The real time plus the duration that a file states. The file is read again when it was replaced,
 * so that the day moves while the service runs.
 */
final class FileOffsetClock extends Clock {

    private final Path file;
    private final Clock real;
    private volatile Stated stated;

    /** What one version of the file states. */
    private record Stated(Object version, Duration offset) {}

    FileOffsetClock(Path file, Clock real) {
        this.file = file;
        this.real = real;
        offset();
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset());
    }

    private Duration offset() {
        try {
            Object version = version();
            Stated known = stated;
            if (known == null || !known.version().equals(version)) {
                known = new Stated(version, Duration.parse(Files.readString(file).strip()));
                stated = known;
            }
            return known.offset();
        } catch (IOException | DateTimeParseException unreadable) {
            throw new IllegalStateException("no duration can be read from " + file, unreadable);
        }
    }

    /** A file that replaces another one can have been written within the same tick. */
    private Object version() throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return Arrays.asList(now.lastModifiedTime(), now.fileKey());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new FileOffsetClock(file, real.withZone(zone));
    }
}
