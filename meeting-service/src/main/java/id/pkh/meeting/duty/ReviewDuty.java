package id.pkh.meeting.duty;

import id.pkh.meeting.duty.Lapses.Key;
import id.pkh.meeting.duty.Lapses.Recorded;
import id.pkh.meeting.duty.domain.Duty;
import id.pkh.meeting.duty.domain.EscalationPolicy;
import id.pkh.meeting.duty.domain.GroupMonth;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.argument.Argument;

/**
 * Reviews, from a given month on, whether facilitators did their duty, and publishes the difference
 * to the earlier result. Closing a month, a late sheet and a corrected reason all cause a review;
 * the order and the number of reviews do not matter.
 */
@ApplicationScoped
public class ReviewDuty {

    private final Database database;
    private final DutyFacts dutyFacts;
    private final DutyPolicies policies;
    private final Lapses lapses;
    private final Outbox outbox;
    private final Clock clock;

    ReviewDuty(
            Database database,
            DutyFacts dutyFacts,
            DutyPolicies policies,
            Lapses lapses,
            Outbox outbox,
            Clock clock) {
        this.database = database;
        this.dutyFacts = dutyFacts;
        this.policies = policies;
        this.lapses = lapses;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Collection<UUID> facilitatorIds, YearMonth from, ReviewReason reason) {
        Map<UUID, Long> before = lock(facilitatorIds);
        Map<Duty, GroupsOfFacilitators> facts = new EnumMap<>(Duty.class);
        dutyFacts
                .of(before.keySet(), from)
                .forEach((duty, all) -> facts.put(duty, GroupsOfFacilitators.of(all)));
        Map<UUID, Map<Key, Recorded>> recorded = lapses.since(from, before.keySet());
        List<EscalationPolicy> known = policies.all();
        LapseChanges changes = new LapseChanges(reason, clock.instant());
        Map<UUID, Long> after = new LinkedHashMap<>();
        List<Sequenced> events = new ArrayList<>();
        before.forEach(
                (facilitator, version) -> {
                    RecordLapses lapsesOf = new RecordLapses(facilitator, version, changes);
                    facts.forEach(
                            (duty, all) ->
                                    lapsesOf.review(
                                            duty,
                                            all.factsFor(facilitator),
                                            from,
                                            recorded.getOrDefault(facilitator, Map.of()),
                                            known));
                    if (lapsesOf.version() > version) {
                        events.addAll(lapsesOf.events());
                        after.put(facilitator, lapsesOf.version());
                    }
                });
        changes.write(database);
        save(after);
        outbox.appendAll(events);
    }

    /** Versions by facilitator, in the order in which the rows are locked. */
    private Map<UUID, Long> lock(Collection<UUID> facilitatorIds) {
        Argument ids = SqlArrays.uuids(facilitatorIds);
        database.update(
                "INSERT INTO facilitator_duty (facilitator_id) SELECT id FROM unnest(:ids) AS id"
                        + " ORDER BY id ON CONFLICT DO NOTHING",
                u -> u.bind("ids", ids));
        Map<UUID, Long> versions = new LinkedHashMap<>();
        database.query(
                        "SELECT facilitator_id, version FROM facilitator_duty WHERE facilitator_id = ANY (:ids)"
                                + " ORDER BY facilitator_id FOR UPDATE",
                        q -> q.bind("ids", ids).map(database.rowsAs(Version.class)).list())
                .forEach(row -> versions.put(row.facilitatorId(), row.version()));
        return versions;
    }

    private void save(Map<UUID, Long> versions) {
        if (!versions.isEmpty()) {
            database.update(
                    "UPDATE facilitator_duty d SET version = v.version"
                            + " FROM unnest(:ids, :versions) AS v (id, version) WHERE d.facilitator_id = v.id",
                    u ->
                            u.bind("ids", SqlArrays.uuids(versions.keySet()))
                                    .bind("versions", SqlArrays.numbers(versions.values())));
        }
    }

    /** The facts about all groups for which a facilitator was responsible at any time. */
    private record GroupsOfFacilitators(
            Map<UUID, List<GroupMonth>> byGroup, Map<UUID, Set<UUID>> groups) {

        static GroupsOfFacilitators of(List<GroupMonth> facts) {
            Map<UUID, List<GroupMonth>> byGroup = new HashMap<>();
            Map<UUID, Set<UUID>> groups = new HashMap<>();
            for (GroupMonth fact : facts) {
                byGroup.computeIfAbsent(fact.groupId(), id -> new ArrayList<>()).add(fact);
                if (fact.facilitatorId() != null) {
                    groups.computeIfAbsent(fact.facilitatorId(), id -> new LinkedHashSet<>())
                            .add(fact.groupId());
                }
            }
            return new GroupsOfFacilitators(byGroup, groups);
        }

        List<GroupMonth> factsFor(UUID facilitator) {
            return groups.getOrDefault(facilitator, Set.of()).stream()
                    .flatMap(group -> byGroup.get(group).stream())
                    .toList();
        }
    }

    /** Version of a facilitator's events. */
    private record Version(UUID facilitatorId, long version) {}
}
