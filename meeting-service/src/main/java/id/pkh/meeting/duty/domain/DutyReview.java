package id.pkh.meeting.duty.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The events to publish about one facilitator, month and duty: the difference between the result of
 * the facts now and the published result. Nothing is published twice, and a result that no longer
 * follows is withdrawn.
 *
 * @param record the lapse is to be recorded, or recorded again with other groups or counts
 * @param withdraw groups of the recorded lapse turned out not to be lapses
 * @param groups the groups that are concerned now
 * @param escalate levels to be notified, each with its groups
 * @param withdrawnLevels levels that were notified of a lapse that no longer follows
 */
public record DutyReview(
        boolean record,
        boolean withdraw,
        LapsedGroups groups,
        SortedMap<EscalationLevel, LapsedGroups> escalate,
        List<EscalationLevel> withdrawnLevels) {

    /**
     * The published result.
     *
     * @param groups groups of the recorded lapse; empty when there is no lapse
     * @param notified groups of which each level was notified and that are still in effect
     */
    public record Published(LapsedGroups groups, Map<EscalationLevel, LapsedGroups> notified) {

        public static final Published NOTHING = new Published(LapsedGroups.NONE, Map.of());
    }

    public static DutyReview of(Published published, LapsedGroups now, EscalationPolicy policy) {
        Set<?> before = published.groups().monthsRunning().keySet();
        Set<?> after = now.monthsRunning().keySet();
        boolean removed = !after.containsAll(before);
        boolean onlyRemoved = removed && before.containsAll(after);
        boolean changed = !now.monthsRunning().equals(published.groups().monthsRunning());

        SortedMap<EscalationLevel, LapsedGroups> levels = policy.levelsOf(now);
        SortedMap<EscalationLevel, LapsedGroups> escalate = new TreeMap<>();
        levels.forEach(
                (level, groups) -> {
                    LapsedGroups notified =
                            published.notified().getOrDefault(level, LapsedGroups.NONE);
                    if (!notified.monthsRunning()
                            .keySet()
                            .containsAll(groups.monthsRunning().keySet())) {
                        escalate.put(level, groups);
                    }
                });
        List<EscalationLevel> withdrawn = new ArrayList<>();
        for (EscalationLevel level : new TreeSet<>(published.notified().keySet())) {
            if (!levels.containsKey(level)) {
                withdrawn.add(level);
            }
        }
        return new DutyReview(changed && !onlyRemoved, removed, now, escalate, withdrawn);
    }

    public boolean isNothing() {
        return !record && !withdraw && escalate.isEmpty() && withdrawnLevels.isEmpty();
    }
}
