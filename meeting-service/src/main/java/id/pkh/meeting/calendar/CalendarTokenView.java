package id.pkh.meeting.calendar;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An address of a calendar, without its secret. */
@Schema(name = "CalendarToken")
public record CalendarTokenView(
        UUID calendarTokenId, String label, Instant createdAt, Instant expiresAt) {}
