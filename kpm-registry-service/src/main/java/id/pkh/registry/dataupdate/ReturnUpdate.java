package id.pkh.registry.dataupdate;

import id.pkh.platform.security.Caller;
import id.pkh.registry.dataupdate.LockedUpdates.Locked;
import id.pkh.registry.dataupdate.domain.ReturnReason;
import id.pkh.registry.dataupdate.domain.UpdateState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A data administrator sends an update back to the field, with the reasons. */
@ApplicationScoped
class ReturnUpdate {

    private final LockedUpdates lockedUpdates;
    private final DataUpdates updates;
    private final AcceptedChanges acceptedChanges;
    private final UpdateEvents events;
    private final Caller caller;
    private final Clock clock;

    ReturnUpdate(
            LockedUpdates lockedUpdates,
            DataUpdates updates,
            AcceptedChanges acceptedChanges,
            UpdateEvents events,
            Caller caller,
            Clock clock) {
        this.lockedUpdates = lockedUpdates;
        this.updates = updates;
        this.acceptedChanges = acceptedChanges;
        this.events = events;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    void handle(UUID id, int revision, List<ReturnReason> reasons, String note) {
        Locked locked = lockedUpdates.lock(id, revision);
        LockedUpdates.requireStep(locked.update(), UpdateState.RETURNED);
        lockedUpdates.requireAnother(locked.update());
        Instant now = clock.instant();
        UpdateRow returned = locked.update().become(UpdateState.RETURNED);
        updates.become(returned);
        updates.act(returned, "RETURNED", caller.subject(), now, reasons, note);
        updates.othersBecome(returned, UpdateState.RETURNED);
        events.returned(
                returned,
                locked.family(),
                acceptedChanges.opened(locked.changes()),
                reasons,
                caller.subject(),
                now);
    }
}
