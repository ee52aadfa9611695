package id.pkh.meeting.duty.domain;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The groups for which a facilitator did not hold the meeting that was due in a month. For each
 * group it counts the months in a row, including this one, in which the same facilitator did not
 * hold it. A month in which it was held, that is exempt or not closed, or for which another
 * facilitator was responsible, starts the count again.
 *
 * @param monthsRunning months in a row by group
 */
public record LapsedGroups(SortedMap<UUID, Integer> monthsRunning) {

    public static final LapsedGroups NONE = new LapsedGroups(new TreeMap<>());

    public LapsedGroups {
        monthsRunning = Collections.unmodifiableSortedMap(new TreeMap<>(monthsRunning));
    }

    /**
     * Counts from the facts of one duty; facts of other groups, facilitators and months may be
     * among them.
     */
    public static LapsedGroups of(
            UUID facilitatorId, YearMonth month, Collection<GroupMonth> facts) {
        Map<UUID, Map<YearMonth, GroupMonth>> byGroup = new HashMap<>();
        for (GroupMonth fact : facts) {
            byGroup.computeIfAbsent(fact.groupId(), group -> new HashMap<>())
                    .put(fact.month(), fact);
        }
        SortedMap<UUID, Integer> running = new TreeMap<>();
        byGroup.forEach(
                (group, months) -> {
                    int count = 0;
                    YearMonth at = month;
                    while (months.containsKey(at) && months.get(at).isLapseOf(facilitatorId)) {
                        count++;
                        at = at.minusMonths(1);
                    }
                    if (count > 0) {
                        running.put(group, count);
                    }
                });
        return new LapsedGroups(running);
    }

    public boolean isEmpty() {
        return monthsRunning.isEmpty();
    }
}
