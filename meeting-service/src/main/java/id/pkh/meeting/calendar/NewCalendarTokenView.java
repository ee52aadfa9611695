package id.pkh.meeting.calendar;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An address of a calendar with its secret, shown once. */
@Schema(name = "NewCalendarToken")
public record NewCalendarTokenView(
        UUID calendarTokenId,
        @Schema(description = "The path to subscribe to; it is not shown again") String path,
        Instant expiresAt) {}
