package id.pkh.verification.sanction.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The changes that bring the steps of a family in line with the facts. A step that still follows is
 * not changed, even if the run is longer now: a family is notified once.
 */
public record StepDifference(List<DueStep> toIssue, List<ActiveStep> toWithdraw) {

    public static StepDifference between(
            Collection<ActiveStep> active, Collection<DueStep> should) {
        Set<StepKey> inEffect = active.stream().map(ActiveStep::key).collect(Collectors.toSet());
        Set<StepKey> due = should.stream().map(DueStep::key).collect(Collectors.toSet());
        return new StepDifference(
                should.stream()
                        .filter(step -> !inEffect.contains(step.key()))
                        .sorted(Comparator.comparing(DueStep::key))
                        .toList(),
                active.stream()
                        .filter(step -> !due.contains(step.key()))
                        .sorted(Comparator.comparing(ActiveStep::key))
                        .toList());
    }

    public boolean isEmpty() {
        return toIssue.isEmpty() && toWithdraw.isEmpty();
    }
}
