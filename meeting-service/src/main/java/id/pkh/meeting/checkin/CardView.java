package id.pkh.meeting.checkin;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A family of a group and its card, without its code. */
@Schema(name = "CheckInCard")
public record CardView(
        UUID kpmId,
        @Schema(nullable = true, description = "Null when the family has no card") Instant issuedAt,
        @Schema(nullable = true) String issuedBy) {}
