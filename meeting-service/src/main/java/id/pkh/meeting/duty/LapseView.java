package id.pkh.meeting.duty;

import id.pkh.meeting.duty.domain.Duty;
import id.pkh.meeting.duty.domain.EscalationLevel;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.mapper.reflect.JdbiConstructor;

/**
 * A month in which a facilitator did not hold the meetings that were due.
 *
 * @param facilitatorCode the staff code, for people to read
 * @param standing false when the lapse was withdrawn for all groups
 * @param reason why it last changed
 */
public record LapseView(
        UUID lapseId,
        UUID facilitatorId,
        String facilitatorCode,
        YearMonth month,
        @Schema(implementation = Duty.class) String duty,
        boolean standing,
        @Schema(implementation = ReviewReason.class) String reason,
        Instant recordedAt,
        List<Concerned> groups) {

    /** The lapse as in a row, without its groups. */
    @JdbiConstructor
    public LapseView(
            UUID lapseId,
            UUID facilitatorId,
            String facilitatorCode,
            YearMonth month,
            String duty,
            boolean standing,
            String reason,
            Instant recordedAt) {
        this(
                lapseId,
                facilitatorId,
                facilitatorCode,
                month,
                duty,
                standing,
                reason,
                recordedAt,
                List.of());
    }

    /** A group of the lapse, if it is in the caller's areas. */
    @Schema(name = "LapsedGroup")
    public record Concerned(
            UUID groupId,
            String groupCode,
            String villageCode,
            int monthsRunning,
            @Schema(implementation = EscalationLevel.class) String level) {}

    LapseView with(List<Concerned> concerned) {
        return new LapseView(
                lapseId,
                facilitatorId,
                facilitatorCode,
                month,
                duty,
                standing,
                reason,
                recordedAt,
                concerned);
    }
}
