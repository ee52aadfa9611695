package id.pkh.meeting.duty;

import id.pkh.meeting.Database;
import id.pkh.meeting.duty.Lapses.Key;
import id.pkh.meeting.duty.Lapses.Recorded;
import id.pkh.meeting.duty.domain.Duty;
import id.pkh.meeting.duty.domain.EscalationPolicy;
import id.pkh.meeting.duty.domain.GroupMonth;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
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

/**
 * Looks again at how facilitators kept their duty, from a month on, and says the difference to what
 * was said before. Whoever closes a month, takes in a late sheet or corrects a reason calls it; in
 * which order, and how often, does not matter.
 */
@ApplicationScoped
public class ReviewDuty {

    public static final String MONTH_CLOSED = "MONTH_CLOSED";
    public static final String LATE_SHEET = "LATE_SHEET";
    public static final String REASON_CORRECTED = "REASON_CORRECTED";

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
    public void handle(Collection<UUID> facilitatorIds, YearMonth from, String reason) {
        Map<UUID, Long> versions = lock(facilitatorIds);
        Map<Duty, List<GroupMonth>> facts = dutyFacts.of(versions.keySet(), from);
        Map<Key, Recorded> said = lapses.since(from, versions.keySet());
        List<EscalationPolicy> known = policies.all();
        List<Sequenced> events = new ArrayList<>();
        versions.forEach(
                (facilitator, version) -> {
                    DutyAnnouncements announcing =
                            new DutyAnnouncements(
                                    facilitator, version, reason, clock.instant(), lapses);
                    facts.forEach(
                            (duty, all) ->
                                    announcing.review(
                                            duty, ofGroupsOf(facilitator, all), from, said, known));
                    events.addAll(announcing.events());
                    saveVersion(facilitator, version, announcing.version());
                });
        outbox.appendAll(events);
    }

    /** Versions by facilitator, in the order in which the rows are locked. */
    private Map<UUID, Long> lock(Collection<UUID> facilitatorIds) {
        List<UUID> ordered = Database.inLockingOrder(facilitatorIds);
        database.update(
                "INSERT INTO facilitator_duty (facilitator_id) SELECT unnest(?::uuid[]) ON CONFLICT DO NOTHING",
                Database.uuids(ordered));
        Map<UUID, Long> versions = new LinkedHashMap<>();
        database.query(
                "SELECT facilitator_id, version FROM facilitator_duty WHERE facilitator_id = ANY (?)"
                        + " ORDER BY facilitator_id FOR UPDATE",
                row -> versions.put(row.getObject(1, UUID.class), row.getLong(2)),
                Database.uuids(ordered));
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
                    "UPDATE facilitator_duty SET version = ? WHERE facilitator_id = ?",
                    after,
                    facilitator);
        }
    }
}
