package id.pkh.meeting.group;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.contracts.meeting.GroupFormed;
import id.pkh.meeting.family.GroupFamilies;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Forms groups with the families that already have the group's code. Families that become known
 * later join then.
 */
@ApplicationScoped
public class FormGroups {

    /** The result for a group that was to be formed. */
    public enum GroupOutcome {
        FORMED,
        /** Only its name or its place has changed. */
        RENAMED,
        UNCHANGED,
        /** It exists already, formed on another day. */
        FORMED_OTHERWISE
    }

    private final Groups groups;
    private final GroupFamilies families;
    private final Outbox outbox;
    private final Clock clock;

    FormGroups(Groups groups, GroupFamilies families, Outbox outbox, Clock clock) {
        this.groups = groups;
        this.families = families;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** One outcome per group, by its code; each code once. */
    @Transactional
    public Map<String, GroupOutcome> handle(List<NewGroup> wanted) {
        groups.lockForming();
        Map<String, GroupEntity> known =
                groups.lockByCode(wanted.stream().map(NewGroup::code).toList()).stream()
                        .collect(Collectors.toMap(GroupEntity::code, Function.identity()));
        Map<String, GroupOutcome> outcomes = new HashMap<>();
        List<NewGroup> toForm = new ArrayList<>();
        for (NewGroup group : wanted) {
            GroupEntity before = known.get(group.code());
            if (before == null) {
                toForm.add(group);
            }
            outcomes.put(group.code(), outcomeOf(group, before));
        }
        form(toForm);
        return outcomes;
    }

    private static GroupOutcome outcomeOf(NewGroup group, GroupEntity before) {
        if (before == null) {
            return GroupOutcome.FORMED;
        }
        if (!before.formedOn.equals(group.formedOn())) {
            return GroupOutcome.FORMED_OTHERWISE;
        }
        return before.rename(group) ? GroupOutcome.RENAMED : GroupOutcome.UNCHANGED;
    }

    private void form(List<NewGroup> toForm) {
        if (toForm.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<String, List<UUID>> members =
                families.now(toForm.stream().map(NewGroup::code).toList());
        List<Sequenced> events = new ArrayList<>();
        for (NewGroup group : toForm) {
            GroupEntity formed = new GroupEntity(UuidCreator.getTimeOrderedEpoch(), group, now);
            events.add(
                    new Sequenced(
                            new GroupFormed(
                                    formed.id,
                                    group.code(),
                                    group.villageCode(),
                                    members.getOrDefault(group.code(), List.of()),
                                    group.formedOn(),
                                    now),
                            formed.nextVersion()));
            formed.persist();
        }
        outbox.appendAll(events);
    }
}
