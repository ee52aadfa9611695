package id.pkh.registry.complaint;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.complaint.domain.ComplaintCodes.Told;
import id.pkh.registry.complaint.domain.ComplaintState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A second person confirms the outcome that the handler proposed, or sends the complaint back. */
@ApplicationScoped
class CloseComplaint {

    private final ComplaintAccess access;
    private final ComplaintMoves moves;
    private final ComplaintNotices notices;
    private final Caller caller;
    private final Clock clock;

    CloseComplaint(
            ComplaintAccess access,
            ComplaintMoves moves,
            ComplaintNotices notices,
            Caller caller,
            Clock clock) {
        this.access = access;
        this.moves = moves;
        this.notices = notices;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    void handle(UUID id, int version, LocalDate familyToldOn) {
        ComplaintRow row = followedUp(id, version);
        Instant now = clock.instant();
        requireTold(row, familyToldOn, BusinessDates.on(now));
        moves.write(
                row,
                row.standing().closedBy(caller.subject(), familyToldOn),
                "CLOSED",
                null,
                caller.subject(),
                now);
        notices.answered(row, now);
    }

    @Transactional
    void giveBack(UUID id, int version, String note) {
        ComplaintRow row = followedUp(id, version);
        moves.write(
                row,
                row.standing().returned(),
                "RETURNED",
                note,
                caller.subject(),
                clock.instant());
    }

    private ComplaintRow followedUp(UUID id, int version) {
        ComplaintRow row = access.lock(id, version);
        if (row.state() != ComplaintState.FOLLOWED_UP) {
            throw ComplaintAccess.notOpen(row);
        }
        access.requireSecondPerson(row);
        return row;
    }

    /**
     * What could be read by the person whom it is about is told in person, and no message says it.
     */
    private static void requireTold(ComplaintRow row, LocalDate toldOn, LocalDate today) {
        boolean isToldInPerson = row.type().told() == Told.IN_PERSON;
        boolean isPossible = toldOn == null ? !isToldInPerson : !toldOn.isAfter(today);
        if (!isPossible) {
            throw Refused.because("COMPLAINT_FAMILY_NOT_TOLD");
        }
    }
}
