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
 * A lapse of several months that was escalated to a level above the facilitator.
 *
 * @param facilitatorCode the staff code, for people to read
 * @param withdrawnAt when the escalation was withdrawn; null while it is in effect
 */
public record EscalationView(
        UUID escalationId,
        UUID lapseId,
        UUID facilitatorId,
        String facilitatorCode,
        YearMonth month,
        @Schema(implementation = Duty.class) String duty,
        @Schema(implementation = EscalationLevel.class) String level,
        boolean standing,
        Instant escalatedAt,
        @Schema(nullable = true) Instant withdrawnAt,
        @Schema(nullable = true) String withdrawalReason,
        List<LapseView.Concerned> groups) {

    /** The escalation as in a row, without its groups. */
    @JdbiConstructor
    public EscalationView(
            UUID escalationId,
            UUID lapseId,
            UUID facilitatorId,
            String facilitatorCode,
            YearMonth month,
            String duty,
            String level,
            boolean standing,
            Instant escalatedAt,
            Instant withdrawnAt,
            String withdrawalReason) {
        this(
                escalationId,
                lapseId,
                facilitatorId,
                facilitatorCode,
                month,
                duty,
                level,
                standing,
                escalatedAt,
                withdrawnAt,
                withdrawalReason,
                List.of());
    }

    EscalationView with(List<LapseView.Concerned> concerned) {
        return new EscalationView(
                escalationId,
                lapseId,
                facilitatorId,
                facilitatorCode,
                month,
                duty,
                level,
                standing,
                escalatedAt,
                withdrawnAt,
                withdrawalReason,
                concerned);
    }
}
