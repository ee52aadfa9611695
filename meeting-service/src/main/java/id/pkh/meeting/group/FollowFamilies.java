package id.pkh.meeting.group;

import id.pkh.contracts.meeting.GroupMembersChanged;
import id.pkh.contracts.registry.KpmState;
import id.pkh.meeting.Database;
import id.pkh.meeting.family.Families;
import id.pkh.meeting.family.FamilyProjection;
import id.pkh.meeting.family.FamilyState;
import id.pkh.meeting.family.GroupChange;
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
import java.util.TreeMap;
import java.util.UUID;

/**
 * Takes in what the registry says of families, and tells which groups have other families for it:
 * once a group and batch. A family whose group is not formed yet waits without a word; {@link
 * FormGroups} finds it.
 */
@ApplicationScoped
class FollowFamilies {

    private final Database database;
    private final Groups groups;
    private final FamilyProjection projection;
    private final Families families;
    private final Outbox outbox;
    private final Clock clock;

    FollowFamilies(
            Database database,
            Groups groups,
            FamilyProjection projection,
            Families families,
            Outbox outbox,
            Clock clock) {
        this.database = database;
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
                state.status());
    }

    /** Who came and went in one group, and the last event that says so. */
    private static final class Moves {
        private final List<UUID> joined = new ArrayList<>();
        private final List<UUID> left = new ArrayList<>();
        private LocalDate occurredOn = LocalDate.MIN;
        private EventMeta cause;

        void joined(GroupChange change, EventMeta event) {
            joined.add(change.kpmId());
            because(change, event);
        }

        void left(GroupChange change, EventMeta event) {
            left.add(change.kpmId());
            because(change, event);
        }

        private void because(GroupChange change, EventMeta event) {
            if (change.occurredOn().isAfter(occurredOn)) {
                occurredOn = change.occurredOn();
            }
            cause = event;
        }
    }

    private record Formed(UUID id, String code, String villageCode, long version) {}

    private void announce(Map<String, Moves> moves) {
        if (moves.isEmpty()) {
            return;
        }
        List<Formed> formed =
                database.query(
                        "SELECT id, code, village_code, version FROM kpm_group WHERE code = ANY (?)"
                                + " ORDER BY id FOR UPDATE",
                        row ->
                                new Formed(
                                        row.getObject("id", UUID.class),
                                        row.getString("code"),
                                        row.getString("village_code"),
                                        row.getLong("version")),
                        Database.texts(moves.keySet()));
        database.update(
                "UPDATE kpm_group SET version = version + 1 WHERE id = ANY (?)",
                Database.uuids(formed.stream().map(Formed::id).toList()));
        Map<String, List<UUID>> members = families.now(formed.stream().map(Formed::code).toList());
        Instant now = clock.instant();
        for (Formed group : formed) {
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
            Causation.by(move.cause).run(() -> outbox.append(event, group.version() + 1));
        }
    }
}
