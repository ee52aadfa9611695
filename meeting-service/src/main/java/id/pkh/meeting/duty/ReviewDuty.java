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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<UUID, Long> versions = lock(facilitatorIds);
        Map<Duty, List<GroupMonth>> facts = dutyFacts.of(versions.keySet(), from);
        Map<Key, Recorded> recorded = lapses.since(from, versions.keySet());
        List<EscalationPolicy> known = policies.all();
        List<Sequenced> events = new ArrayList<>();
        versions.forEach(
                (facilitator, version) -> {
                    RecordLapses lapsesOf =
                            new RecordLapses(facilitator, version, reason, clock.instant(), lapses);
                    facts.forEach(
                            (duty, all) ->
                                    lapsesOf.review(
                                            duty,
                                            ofGroupsOf(facilitator, all),
                                            from,
                                            recorded,
                                            known));
                    events.addAll(lapsesOf.events());
                    saveVersion(facilitator, version, lapsesOf.version());
                });
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

    private static List<GroupMonth> ofGroupsOf(UUID facilitator, List<GroupMonth> facts) {
        Map<UUID, Boolean> hers = new HashMap<>();
        for (GroupMonth fact : facts) {
            hers.merge(
                    fact.groupId(), facilitator.equals(fact.facilitatorId()), Boolean::logicalOr);
        }
        return facts.stream().filter(fact -> hers.get(fact.groupId())).toList();
    }

    private void saveVersion(UUID facilitator, long before, long after) {
        if (after > before) {
            database.update(
                    "UPDATE facilitator_duty SET version = :version WHERE facilitator_id = :id",
                    u -> u.bind("version", after).bind("id", facilitator));
        }
    }

    /** Version of a facilitator's events. */
    private record Version(UUID facilitatorId, long version) {}
}
