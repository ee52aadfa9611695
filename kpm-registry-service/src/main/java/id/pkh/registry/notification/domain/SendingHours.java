package id.pkh.registry.notification.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When messages may leave, in the zone of the receiver. The quiet hours begin in the evening and
 * end in the morning; the first minute after them is not quiet.
 */
public record SendingHours(
        ZoneId zone, LocalTime quietFrom, LocalTime quietUntil, LocalTime digestAt) {

    /** The first moment, not before the given one, at which a message may leave. */
    public Instant first(Instant from, Urgency urgency) {
        if (urgency == Urgency.AT_ONCE) {
            return outsideQuietHours(from);
        }
        ZonedDateTime local = from.atZone(zone);
        ZonedDateTime today = local.toLocalDate().atTime(digestAt).atZone(zone);
        return (local.isAfter(today) ? nextDay(local, digestAt) : today).toInstant();
    }

    public Instant outsideQuietHours(Instant from) {
        ZonedDateTime local = from.atZone(zone);
        LocalTime time = local.toLocalTime();
        if (time.isBefore(quietUntil)) {
            return local.toLocalDate().atTime(quietUntil).atZone(zone).toInstant();
        }
        return time.isBefore(quietFrom) ? from : nextDay(local, quietUntil).toInstant();
    }

    private ZonedDateTime nextDay(ZonedDateTime local, LocalTime time) {
        return local.toLocalDate().plusDays(1).atTime(time).atZone(zone);
    }
}
