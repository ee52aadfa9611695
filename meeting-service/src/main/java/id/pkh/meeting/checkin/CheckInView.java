package id.pkh.meeting.checkin;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A family that came. */
@Schema(name = "CheckIn")
public record CheckInView(UUID kpmId, CheckInWay way, Instant checkedInAt) {}
