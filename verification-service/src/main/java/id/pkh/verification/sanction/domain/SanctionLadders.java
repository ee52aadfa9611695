package id.pkh.verification.sanction.domain;

import id.pkh.verification.signal.domain.PeriodState;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All policies, past ones included, so that a period is always judged by the policy that was valid
 * when it began.
 */
public record SanctionLadders(List<SanctionLadder> ladders) {

    public SanctionLadders {
        ladders = ladders.stream().sorted(Comparator.comparing(SanctionLadder::validFrom)).toList();
    }

    /** As if the draft had applied from its first day on, in place of every later ladder. */
    public SanctionLadders asIf(SanctionLadder draft) {
        return new SanctionLadders(
                Stream.concat(
                                ladders.stream()
                                        .filter(
                                                ladder ->
                                                        ladder.validFrom()
                                                                .isBefore(draft.validFrom())),
                                Stream.of(draft))
                        .toList());
    }

    public Optional<SanctionLadder> inForceFor(VerificationPeriod period) {
        return ladders.stream()
                .filter(ladder -> !ladder.validFrom().isAfter(period.firstDay()))
                .reduce((earlier, later) -> later);
    }

    /**
     * The first month whose steps can still be decided if facts before {@code firstFacts} may have
     * been dropped: enough months before it are kept to see a run up to the highest rung.
     */
    public YearMonth decidedFrom(YearMonth firstFacts) {
        int longestRun =
                ladders.stream()
                        .flatMap(ladder -> ladder.rungs().stream())
                        .mapToInt(Rung::running)
                        .max()
                        .orElse(1);
        return firstFacts.plusMonths(longestRun - 1L);
    }

    /**
     * Derives from facts the steps that should be in effect, at most one for each period that is a
     * signal.
     */
    public List<DueStep> stepsThatFollowFrom(CauseHistory history) {
        List<DueStep> due = new ArrayList<>();
        for (int i = 0; i < history.states().size(); i++) {
            stepAt(history, i).ifPresent(due::add);
        }
        return List.copyOf(due);
    }

    private Optional<DueStep> stepAt(CauseHistory history, int i) {
        PeriodState state = history.states().get(i);
        int running = history.runningAt(i);
        return inForceFor(state.period())
                .flatMap(
                        ladder ->
                                ladder.rungReached(history.cause(), running)
                                        .filter(rung -> rung.step() != Step.NONE)
                                        .map(rung -> due(ladder, rung, state, running)));
    }

    private static DueStep due(SanctionLadder ladder, Rung rung, PeriodState state, int running) {
        return new DueStep(
                state.period(),
                rung.cause(),
                rung.running(),
                running,
                rung.step(),
                rung.isProtected(),
                state.attribution(),
                state.reasons(),
                rung.notified(),
                ladder.policyCode(),
                ladder.legalBasis());
    }
}
