package id.pkh.registry.dataupdate;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.dataupdate.DataUpdates.ChangeRow;
import id.pkh.registry.dataupdate.LockedUpdates.Locked;
import id.pkh.registry.dataupdate.domain.ReturnReason;
import id.pkh.registry.dataupdate.domain.UpdateState;
import id.pkh.registry.family.domain.Family;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A data administrator accepts what another person submitted, whole or change by change. What is
 * not accepted goes back to the field. A change is applied only if the registry still has what it
 * is from.
 */
@ApplicationScoped
class AcceptUpdate {

    private final LockedUpdates lockedUpdates;
    private final DataUpdates updates;
    private final AcceptedChanges acceptedChanges;
    private final UpdateEvents events;
    private final Caller caller;
    private final Clock clock;

    AcceptUpdate(
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

    /**
     * Which changes are accepted.
     *
     * @param changes their numbers; null for all
     * @param reasons why the others go back
     */
    record Acceptance(
            int revision, Set<Integer> changes, List<ReturnReason> reasons, String note) {}

    @Transactional
    void handle(UUID id, Acceptance acceptance) {
        Locked locked = lockedUpdates.lock(id, acceptance.revision());
        LockedUpdates.requireStep(locked.update(), UpdateState.ACCEPTED);
        lockedUpdates.requireAnother(locked.update());
        List<ChangeRow> chosen = chosen(locked.changes(), acceptance);
        int returned = locked.changes().size() - chosen.size();
        Instant now = clock.instant();
        UpdateRow decided =
                locked.update().become(returned == 0 ? UpdateState.ACCEPTED : UpdateState.RETURNED);
        // first, so that what is applied can name who submitted it and who accepted it
        updates.become(decided);
        updates.act(
                decided,
                returned == 0 ? "ACCEPTED" : "ACCEPTED_IN_PART",
                caller.subject(),
                now,
                returned == 0 ? List.of() : acceptance.reasons(),
                returned == 0 ? null : acceptance.note());
        Family changed = acceptedChanges.apply(decided, locked.family(), chosen);
        events.accepted(
                decided, changed, acceptedChanges.opened(chosen), returned, caller.subject(), now);
        if (returned > 0) {
            updates.othersBecome(decided, UpdateState.RETURNED);
            events.returned(
                    decided,
                    changed,
                    acceptedChanges.opened(others(locked.changes(), chosen)),
                    acceptance.reasons(),
                    caller.subject(),
                    now);
        }
    }

    private static List<ChangeRow> chosen(List<ChangeRow> changes, Acceptance acceptance) {
        if (acceptance.changes() == null) {
            return changes;
        }
        Set<Integer> unknown = new HashSet<>(acceptance.changes());
        changes.forEach(change -> unknown.remove(change.changeNo()));
        List<ChangeRow> chosen =
                changes.stream()
                        .filter(change -> acceptance.changes().contains(change.changeNo()))
                        .toList();
        if (chosen.isEmpty() || !unknown.isEmpty()) {
            throw Refused.because("UPDATE_CHANGES_UNKNOWN").with("changes", changes.size());
        }
        boolean saysWhy =
                acceptance.reasons() != null
                        && !acceptance.reasons().isEmpty()
                        && acceptance.note() != null;
        if (chosen.size() < changes.size() && !saysWhy) {
            throw Refused.because("UPDATE_REASONS_MISSING");
        }
        return chosen;
    }

    private static List<ChangeRow> others(List<ChangeRow> all, List<ChangeRow> chosen) {
        List<ChangeRow> others = new ArrayList<>(all);
        others.removeAll(chosen);
        return others;
    }
}
