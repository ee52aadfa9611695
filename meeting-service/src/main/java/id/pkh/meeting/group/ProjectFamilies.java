package id.pkh.meeting.group;

import id.pkh.contracts.meeting.GroupMembersChanged;
import id.pkh.contracts.registry.FamilyMember;
import id.pkh.contracts.registry.KpmState;
import id.pkh.meeting.family.FamilyProjection;
import id.pkh.meeting.family.FamilyServices;
import id.pkh.meeting.family.FamilyState;
import id.pkh.meeting.family.GroupChange;
import id.pkh.meeting.family.GroupFamilies;
import id.pkh.meeting.family.domain.FamilyStatus;
import id.pkh.platform.messaging.envelope.EventMeta;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.trace.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Saves the families as the registry publishes them, and publishes which groups have different
 * families as a result: one event per group and batch. A family whose group is not formed yet
 * waits; {@link FormGroups} finds it.
 */
@ApplicationScoped
class ProjectFamilies {

    private static final Set<String> SEEN_AT_CLINICS = Set.of("PREGNANT_POSTPARTUM", "EARLY_CHILD");

    private final Groups groups;
    private final FamilyProjection projection;
    private final GroupFamilies families;
    private final Outbox outbox;
    private final Clock clock;

    ProjectFamilies(
            Groups groups,
            FamilyProjection projection,
            GroupFamilies families,
            Outbox outbox,
            Clock clock) {
        this.groups = groups;
        this.projection = projection;
        this.families = families;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void handle(List<ReceivedEvent<KpmState>> events) {
        groups.lockFormingShared();
        Map<String, EventMeta> causes = new HashMap<>();
        List<FamilyState> states = new ArrayList<>();
        for (ReceivedEvent<KpmState> event : events) {
            FamilyState state = stateOf(event);
            states.add(state);
            causes.put(state.kpmId() + "/" + state.version(), event.meta());
        }
        Map<String, Moves> moves = new TreeMap<>();
        for (GroupChange change : projection.apply(states)) {
            EventMeta cause = causes.get(change.kpmId() + "/" + change.version());
            if (change.from() != null) {
                moves.computeIfAbsent(change.from(), code -> new Moves()).left(change, cause);
            }
            if (change.to() != null) {
                moves.computeIfAbsent(change.to(), code -> new Moves()).joined(change, cause);
            }
        }
        announce(moves);
    }

    private static FamilyState stateOf(ReceivedEvent<KpmState> event) {
        KpmState state = event.payload();
        return new FamilyState(
                state.kpmId(),
                event.meta().sequence(),
                state.occurredOn(),
                state.villageCode(),
                GroupCode.normalise(state.groupCode()),
                state.caretakerNikToken(),
                new FamilyStatus(state.status()),
                servicesOf(state.members()));
    }

    /** Of the members whose component counts now, as far as the event says. */
    private static FamilyServices servicesOf(List<FamilyMember> members) {
        List<FamilyMember> open =
                members.stream().filter(member -> member.componentUntil() == null).toList();
        return new FamilyServices(
                open.stream()
                        .map(FamilyMember::schoolId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                open.stream().anyMatch(member -> SEEN_AT_CLINICS.contains(member.component())));
    }

    /** The families that joined and left one group, and the last event that caused it. */
    private static final class Moves {
        private final List<UUID> joined = new ArrayList<>();
        private final List<UUID> left = new ArrayList<>();
        private LocalDate occurredOn = LocalDate.MIN;
        private EventMeta cause;

        void joined(GroupChange change, EventMeta event) {
            joined.add(change.kpmId());
            causedBy(change, event);
        }

        void left(GroupChange change, EventMeta event) {
            left.add(change.kpmId());
            causedBy(change, event);
        }

        private void causedBy(GroupChange change, EventMeta event) {
            if (change.occurredOn().isAfter(occurredOn)) {
                occurredOn = change.occurredOn();
            }
            cause = event;
        }
    }

    private void announce(Map<String, Moves> moves) {
        List<GroupEntity> formed = groups.lockByCode(moves.keySet());
        Map<String, List<UUID>> members =
                families.now(formed.stream().map(GroupEntity::code).toList());
        Instant now = clock.instant();
        for (GroupEntity group : formed) {
            Moves move = moves.get(group.code());
            GroupMembersChanged event =
                    new GroupMembersChanged(
                            group.id(),
                            group.code(),
                            group.villageCode(),
                            List.copyOf(move.joined),
                            List.copyOf(move.left),
                            members.getOrDefault(group.code(), List.of()),
                            move.occurredOn,
                            now);
            Causation.by(move.cause).run(() -> outbox.append(event, group.nextVersion()));
        }
    }
}
