package id.pkh.meeting.duty.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Which level is notified after how many months when a facilitator does not hold meetings that are
 * due. Ordered data; the highest step reached applies.
 *
 * @param validFrom the policy applies to the months that begin on or after this day
 */
public record EscalationPolicy(
        String code, LocalDate validFrom, String legalBasis, List<Step> steps) {

    /** After this number of months in a row, this level is notified. */
    public record Step(int monthsRunningFrom, EscalationLevel level) {}

    public EscalationPolicy {
        steps = steps.stream().sorted(Comparator.comparingInt(Step::monthsRunningFrom)).toList();
        if (steps.isEmpty() || steps.get(0).monthsRunningFrom() != 1) {
            throw new IllegalArgumentException(
                    "policy %s must say what happens in the first month".formatted(code));
        }
    }

    /** The policy for a month: the latest that was valid when it began. */
    public static EscalationPolicy forMonth(
            YearMonth month, Collection<EscalationPolicy> policies) {
        return policies.stream()
                .filter(policy -> !policy.validFrom().isAfter(month.atDay(1)))
                .max(Comparator.comparing(EscalationPolicy::validFrom))
                .orElseThrow(
                        () -> new IllegalStateException("no duty policy is valid in " + month));
    }

    public EscalationLevel levelAt(int monthsRunning) {
        EscalationLevel level = EscalationLevel.NONE;
        for (Step step : steps) {
            if (monthsRunning >= step.monthsRunningFrom()) {
                level = step.level();
            }
        }
        return level;
    }

    /**
     * The groups of a lapse by the level that is notified of them; a group of which only the
     * facilitator is notified is left out.
     */
    public SortedMap<EscalationLevel, LapsedGroups> levelsOf(LapsedGroups lapsed) {
        SortedMap<EscalationLevel, SortedMap<UUID, Integer>> byLevel = new TreeMap<>();
        lapsed.monthsRunning()
                .forEach(
                        (group, running) -> {
                            EscalationLevel level = levelAt(running);
                            if (level != EscalationLevel.NONE) {
                                byLevel.computeIfAbsent(level, none -> new TreeMap<>())
                                        .put(group, running);
                            }
                        });
        SortedMap<EscalationLevel, LapsedGroups> levels = new TreeMap<>();
        byLevel.forEach((level, groups) -> levels.put(level, new LapsedGroups(groups)));
        return levels;
    }
}
