package id.pkh.registry.complaint;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.complaint.domain.Standing;
import id.pkh.registry.intake.UniqueViolations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The family does not agree with the outcome: the level above looks at it. */
@ApplicationScoped
class ReopenComplaint {

    private final ComplaintAccess access;
    private final ComplaintDeadlines deadlines;
    private final ComplaintMoves moves;
    private final ComplaintNotices notices;
    private final Caller caller;
    private final Clock clock;

    ReopenComplaint(
            ComplaintAccess access,
            ComplaintDeadlines deadlines,
            ComplaintMoves moves,
            ComplaintNotices notices,
            Caller caller,
            Clock clock) {
        this.access = access;
        this.deadlines = deadlines;
        this.moves = moves;
        this.notices = notices;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    void handle(UUID id, int version, String note) {
        ComplaintRow row = access.lock(id, version);
        if (!row.state().isClosed()) {
            throw ComplaintAccess.notOpen(row);
        }
        Instant now = clock.instant();
        Standing reopened =
                row.standing()
                        .reopened(deadlines.of(row.type(), row.priority(), BusinessDates.on(now)));
        UniqueViolations.refuseOn(
                () -> moves.write(row, reopened, "REOPENED", note, caller.subject(), now));
        notices.reached(
                id, row.villageCode(), reopened, "ComplaintReopened", row.version() + 1, now);
    }
}
