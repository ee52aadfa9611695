package id.pkh.meeting.duty;

import id.pkh.contracts.Event;
import id.pkh.contracts.meeting.FacilitatorLapseEscalated;
import id.pkh.contracts.meeting.FacilitatorLapseRecorded;
import id.pkh.contracts.meeting.FacilitatorLapseWithdrawn;
import id.pkh.contracts.meeting.LapsedGroup;
import id.pkh.meeting.Database;
import id.pkh.meeting.duty.Lapses.Key;
import id.pkh.meeting.duty.Lapses.Recorded;
import id.pkh.meeting.duty.domain.Duty;
import id.pkh.meeting.duty.domain.DutyReview;
import id.pkh.meeting.duty.domain.DutyReview.Said;
import id.pkh.meeting.duty.domain.EscalationPolicy;
import id.pkh.meeting.duty.domain.GroupMonth;
import id.pkh.meeting.duty.domain.LapsedGroups;
import id.pkh.platform.messaging.Outbox;
import id.pkh.platform.messaging.Sequenced;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
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
                    Announcing announcing = new Announcing(facilitator, version, reason, events);
                    facts.forEach(
                            (duty, all) ->
                                    announcing.review(
                                            duty, ofGroupsOf(facilitator, all), from, said, known));
                    announcing.saveVersion();
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

    /** What is said about one facilitator in this review. */
    private final class Announcing {

        private final UUID facilitator;
        private final String reason;
        private final List<Sequenced> events;
        private final Instant now = clock.instant();
        private final LocalDate today = BusinessDates.on(now);
        private final long versionBefore;
        private long version;

        Announcing(UUID facilitator, long version, String reason, List<Sequenced> events) {
            this.facilitator = facilitator;
            this.version = version;
            this.versionBefore = version;
            this.reason = reason;
            this.events = events;
        }

        void review(
                Duty duty,
                List<GroupMonth> facts,
                YearMonth from,
                Map<Key, Recorded> recorded,
                List<EscalationPolicy> known) {
            for (YearMonth month : months(duty, facts, from, recorded)) {
                Key key = new Key(facilitator, month, duty);
                Recorded before = recorded.get(key);
                LapsedGroups now = LapsedGroups.of(facilitator, month, facts);
                EscalationPolicy policy = EscalationPolicy.forMonth(month, known);
                Said said = before == null ? Said.NOTHING : before.said();
                DutyReview review = DutyReview.of(said, now, policy);
                if (!review.isNothing()) {
                    say(key, before, review, policy);
                }
            }
        }

        private SortedSet<YearMonth> months(
                Duty duty, List<GroupMonth> facts, YearMonth from, Map<Key, Recorded> recorded) {
            SortedSet<YearMonth> months = new TreeSet<>();
            for (GroupMonth fact : facts) {
                if (Objects.equals(fact.facilitatorId(), facilitator)
                        && !fact.month().isBefore(from)) {
                    months.add(fact.month());
                }
            }
            for (Key key : recorded.keySet()) {
                if (key.facilitatorId().equals(facilitator) && key.duty() == duty) {
                    months.add(key.month());
                }
            }
            return months;
        }

        private void say(Key key, Recorded before, DutyReview review, EscalationPolicy policy) {
            UUID id = lapses.save(key, before, review.groups(), policy, reason, now);
            List<LapsedGroup> groups = wire(review.groups());
            String duty = key.duty().name();
            if (review.withdraw()) {
                append(
                        new FacilitatorLapseWithdrawn(
                                id, facilitator, key.month(), duty, reason, groups, today, now));
            }
            if (review.record()) {
                LocalDate monthEnd = key.month().atEndOfMonth();
                append(
                        new FacilitatorLapseRecorded(
                                id, facilitator, key.month(), duty, groups, monthEnd, now));
            }
            review.withdrawnLevels()
                    .forEach(level -> lapses.withdrawEscalation(id, level, reason, now));
            review.escalate()
                    .forEach(
                            (level, concerned) -> {
                                lapses.escalate(id, level, now);
                                append(
                                        new FacilitatorLapseEscalated(
                                                id,
                                                facilitator,
                                                key.month(),
                                                duty,
                                                level,
                                                wire(concerned),
                                                today,
                                                now));
                            });
        }

        private void append(Event event) {
            version++;
            events.add(new Sequenced(event, version));
        }

        void saveVersion() {
            if (version > versionBefore) {
                database.update(
                        "UPDATE facilitator_duty SET version = ? WHERE facilitator_id = ?",
                        version,
                        facilitator);
            }
        }
    }

    private static List<LapsedGroup> wire(LapsedGroups groups) {
        List<LapsedGroup> wire = new ArrayList<>();
        groups.monthsRunning()
                .forEach((group, running) -> wire.add(new LapsedGroup(group, running)));
        return wire;
    }
}
