package id.pkh.meeting.checkin;

import id.pkh.meeting.meeting.domain.MeetingKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A check-in with the code that it shows now.
 *
 * @param checkIns of the group, the kind and the day, in the order in which they came
 */
@Schema(name = "CheckInSession")
public record CheckInSessionView(
        UUID checkInSessionId,
        String groupCode,
        MeetingKind kind,
        LocalDate heldOn,
        Instant openedAt,
        String openedBy,
        Instant closesAt,
        @Schema(nullable = true, description = "What families scan now; null when it is closed")
                String sessionCode,
        @Schema(nullable = true, description = "When the code changes; null when it is closed")
                Instant shownUntil,
        List<CheckInView> checkIns) {

    static CheckInSessionView of(CheckInSession session, List<CheckInView> checkIns, Instant now) {
        boolean isOpen = session.isOpen(now);
        return new CheckInSessionView(
                session.id(),
                session.groupCode(),
                session.kind(),
                session.heldOn(),
                session.openedAt(),
                session.openedBy(),
                session.closesAt(),
                isOpen ? SessionCode.of(session, now) : null,
                isOpen ? session.steps().shownUntil(now) : null,
                checkIns);
    }
}
