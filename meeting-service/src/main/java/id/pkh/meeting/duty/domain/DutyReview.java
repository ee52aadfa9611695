package id.pkh.meeting.duty.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is to be said about one facilitator, month and duty: the difference between what follows
 * from the facts now and what was said before. Nothing is said twice, and what no longer follows is
 * withdrawn.
 *
 * @param record the lapse is to be recorded, or recorded again with other groups or counts
 * @param withdraw groups of the recorded lapse turned out not to be lapses
 * @param groups the groups that are concerned now
 * @param escalate levels to be told, each with its groups
 * @param withdrawnLevels levels that were told of something that no longer follows
 */
public record DutyReview(
        boolean record,
        boolean withdraw,
        LapsedGroups groups,
        SortedMap<String, LapsedGroups> escalate,
        List<String> withdrawnLevels) {

    /**
     * What was said before.
     *
     * @param groups groups of the recorded lapse, none when there is no lapse
     * @param told groups of which each level was told and that still stand
     */
    public record Said(LapsedGroups groups, Map<String, LapsedGroups> told) {

        public static final Said NOTHING = new Said(LapsedGroups.NONE, Map.of());
    }

    public static DutyReview of(Said said, LapsedGroups now, EscalationPolicy policy) {
        Set<?> before = said.groups().monthsRunning().keySet();
        Set<?> after = now.monthsRunning().keySet();
        boolean removed = !after.containsAll(before);
        boolean onlyRemoved = removed && before.containsAll(after);
        boolean changed = !now.monthsRunning().equals(said.groups().monthsRunning());

        SortedMap<String, LapsedGroups> levels = policy.levelsOf(now);
        SortedMap<String, LapsedGroups> escalate = new TreeMap<>();
        levels.forEach(
                (level, groups) -> {
                    LapsedGroups told = said.told().getOrDefault(level, LapsedGroups.NONE);
                    if (!told.monthsRunning()
                            .keySet()
                            .containsAll(groups.monthsRunning().keySet())) {
                        escalate.put(level, groups);
                    }
                });
        List<String> withdrawn = new ArrayList<>();
        for (String level : new TreeSet<>(said.told().keySet())) {
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
