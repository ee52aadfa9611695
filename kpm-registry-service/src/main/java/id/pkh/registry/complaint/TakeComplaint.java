package id.pkh.registry.complaint;

import id.pkh.platform.security.Caller;
import id.pkh.registry.complaint.domain.ComplaintState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** A person of the level takes a complaint, also from a colleague who has it. */
@ApplicationScoped
class TakeComplaint {

    private final ComplaintAccess access;
    private final ComplaintMoves moves;
    private final Caller caller;
    private final Clock clock;

    TakeComplaint(ComplaintAccess access, ComplaintMoves moves, Caller caller, Clock clock) {
        this.access = access;
        this.moves = moves;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    void handle(UUID id, int version) {
        ComplaintRow row = access.lock(id, version);
        if (row.state() != ComplaintState.OPEN && row.state() != ComplaintState.IN_PROGRESS) {
            throw ComplaintAccess.notOpen(row);
        }
        access.requireWithCaller(row);
        moves.write(
                row,
                row.standing().takenBy(caller.subject()),
                "TAKEN",
                null,
                caller.subject(),
                clock.instant());
    }
}
