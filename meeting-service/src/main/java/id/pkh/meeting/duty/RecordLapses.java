package id.pkh.meeting.duty;

import id.pkh.contracts.Event;
import id.pkh.contracts.meeting.FacilitatorLapseEscalated;
import id.pkh.contracts.meeting.FacilitatorLapseRecorded;
import id.pkh.contracts.meeting.FacilitatorLapseWithdrawn;
import id.pkh.contracts.meeting.LapsedGroup;
import id.pkh.meeting.duty.Lapses.Key;
import id.pkh.meeting.duty.Lapses.Recorded;
import id.pkh.meeting.duty.domain.Duty;
import id.pkh.meeting.duty.domain.DutyReview;
import id.pkh.meeting.duty.domain.DutyReview.Published;
import id.pkh.meeting.duty.domain.EscalationPolicy;
import id.pkh.meeting.duty.domain.GroupMonth;
import id.pkh.meeting.duty.domain.LapsedGroups;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.platform.web.BusinessDates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** One review of one facilitator: collects the changes of the lapses and their events. */
final class RecordLapses {

    private final UUID facilitator;
    private final LapseChanges changes;
    private final ReviewReason reason;
    private final Instant now;
    private final LocalDate today;
    private final List<Sequenced> events = new ArrayList<>();
    private long version;

    RecordLapses(UUID facilitator, long version, LapseChanges changes) {
        this.facilitator = facilitator;
        this.version = version;
        this.changes = changes;
        this.reason = changes.reason();
        this.now = changes.now();
        this.today = BusinessDates.on(now);
    }

    List<Sequenced> events() {
        return events;
    }

    long version() {
        return version;
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
            Published published = before == null ? Published.NOTHING : before.published();
            DutyReview review = DutyReview.of(published, now, policy);
            if (!review.isNothing()) {
                record(key, before, review, policy);
            }
        }
    }

    private SortedSet<YearMonth> months(
            Duty duty, List<GroupMonth> facts, YearMonth from, Map<Key, Recorded> recorded) {
        SortedSet<YearMonth> months = new TreeSet<>();
        for (GroupMonth fact : facts) {
            if (Objects.equals(fact.facilitatorId(), facilitator) && !fact.month().isBefore(from)) {
                months.add(fact.month());
            }
        }
        for (Key key : recorded.keySet()) {
            if (key.duty() == duty) {
                months.add(key.month());
            }
        }
        return months;
    }

    private void record(Key key, Recorded before, DutyReview review, EscalationPolicy policy) {
        LapseChanges.Saved lapse = changes.save(key, before, review.groups(), policy);
        UUID id = lapse.id();
        List<LapsedGroup> groups = wire(review.groups());
        String duty = key.duty().name();
        if (review.withdraw()) {
            append(
                    new FacilitatorLapseWithdrawn(
                            id, facilitator, key.month(), duty, reason.name(), groups, today, now));
        }
        if (review.record()) {
            LocalDate monthEnd = key.month().atEndOfMonth();
            append(
                    new FacilitatorLapseRecorded(
                            id, facilitator, key.month(), duty, groups, monthEnd, now));
        }
        review.withdrawnLevels().forEach(level -> changes.withdrawEscalation(lapse, level));
        review.escalate()
                .forEach(
                        (level, concerned) -> {
                            changes.escalate(lapse, level);
                            append(
                                    new FacilitatorLapseEscalated(
                                            id,
                                            facilitator,
                                            key.month(),
                                            duty,
                                            level.name(),
                                            wire(concerned),
                                            today,
                                            now));
                        });
    }

    private void append(Event event) {
        version++;
        events.add(new Sequenced(event, version));
    }

    private static List<LapsedGroup> wire(LapsedGroups groups) {
        List<LapsedGroup> wire = new ArrayList<>();
        groups.monthsRunning()
                .forEach((group, running) -> wire.add(new LapsedGroup(group, running)));
        return wire;
    }
}
