package id.pkh.registry.dataupdate;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refused;
import id.pkh.registry.dataupdate.LockedUpdates.Locked;
import id.pkh.registry.dataupdate.domain.UpdateState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The field takes back what it submitted; what was accepted of it before stays. */
@ApplicationScoped
class WithdrawUpdate {

    private final LockedUpdates lockedUpdates;
    private final DataUpdates updates;
    private final UpdateEvents events;
    private final Caller caller;
    private final Clock clock;

    WithdrawUpdate(
            LockedUpdates lockedUpdates,
            DataUpdates updates,
            UpdateEvents events,
            Caller caller,
            Clock clock) {
        this.lockedUpdates = lockedUpdates;
        this.updates = updates;
        this.events = events;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    void handle(UUID id, int revision) {
        Locked locked = lockedUpdates.lock(id, revision);
        LockedUpdates.requireStep(locked.update(), UpdateState.WITHDRAWN);
        requireOfTheField(locked.update());
        Instant now = clock.instant();
        UpdateRow withdrawn = locked.update().become(UpdateState.WITHDRAWN);
        updates.become(withdrawn);
        updates.act(withdrawn, "WITHDRAWN", caller.subject(), now, List.of(), null);
        updates.othersBecome(withdrawn, UpdateState.WITHDRAWN);
        events.withdrawn(withdrawn, locked.family(), caller.subject(), now);
    }

    /** The facilitator of a village answers for what a predecessor submitted. */
    private void requireOfTheField(UpdateRow update) {
        boolean isOfTheField =
                caller.hasRole(Roles.FACILITATOR) || caller.hasRole(Roles.COORDINATOR);
        if (!isOfTheField && !updates.isSubmitter(update.updateId(), caller.subject())) {
            throw Refused.because("UPDATE_OF_ANOTHER");
        }
    }
}
