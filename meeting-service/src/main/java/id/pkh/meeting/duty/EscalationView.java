package id.pkh.meeting.duty;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * A lapse that went on and was told to somebody above the facilitator.
 *
 * @param facilitatorCode her staff code, for people to read
 * @param withdrawnAt when it no longer followed; null while it stands
 */
public record EscalationView(
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
        String withdrawalReason,
        List<LapseView.Concerned> groups) {

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
