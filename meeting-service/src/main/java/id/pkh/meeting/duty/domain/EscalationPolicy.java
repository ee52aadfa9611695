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
 * Who is told how soon when a facilitator does not hold what is due. Ordered data; the highest step
 * reached applies.
 *
 * @param validFrom the policy applies to the months that begin on or after this day
 */
public record EscalationPolicy(
        String code, LocalDate validFrom, String legalBasis, List<Step> steps) {

    /** Nobody above the facilitator is told. */
    public static final String NONE = "NONE";

    /** From so many months running on, this level is told. */
    public record Step(int monthsRunningFrom, String level) {}

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

    public String levelAt(int monthsRunning) {
        String level = NONE;
        for (Step step : steps) {
            if (monthsRunning >= step.monthsRunningFrom()) {
                level = step.level();
            }
        }
        return level;
    }

    /**
     * The groups of a lapse by the level that is told of them; a group of which nobody is told is
     * left out.
     */
    public SortedMap<String, LapsedGroups> levelsOf(LapsedGroups lapsed) {
        SortedMap<String, SortedMap<UUID, Integer>> byLevel = new TreeMap<>();
        lapsed.monthsRunning()
                .forEach(
                        (group, running) -> {
                            String level = levelAt(running);
                            if (!level.equals(NONE)) {
                                byLevel.computeIfAbsent(level, none -> new TreeMap<>())
                                        .put(group, running);
                            }
                        });
        SortedMap<String, LapsedGroups> levels = new TreeMap<>();
        byLevel.forEach((level, groups) -> levels.put(level, new LapsedGroups(groups)));
        return levels;
    }
}
