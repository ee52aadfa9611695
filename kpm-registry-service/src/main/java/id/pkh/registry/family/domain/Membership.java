package id.pkh.registry.family.domain;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The facts that give a family its status: the status that it has apart from decisions, the
 * decisions against it, and its reinstatements. The status is derived from all of them, so that
 * neither their order of arrival nor their repetition matters.
 */
public record Membership(
        KpmStatus base, List<Decision> decisions, List<Reinstatement> reinstatements) {

    public Membership {
        decisions = List.copyOf(decisions);
        reinstatements = List.copyOf(reinstatements);
    }

    /**
     * A decision against a family.
     *
     * @param tookEffect whether its notice was delivered, or it needed none
     * @param sequence its place among the facts of the family in the verification service; 0 for
     *     decisions of officers, which were made here in former times
     */
    public record Decision(
            Measure measure,
            boolean tookEffect,
            boolean isStayed,
            boolean isLifted,
            boolean isOfOfficer,
            long sequence) {

        /** Whether a reinstatement ends it: it ends exits, and all that officers decided here. */
        private boolean endsWithReinstatement() {
            return measure.isExit() || isOfOfficer;
        }
    }

    /** A decision that a family which left comes back, with its place among the facts. */
    public record Reinstatement(long sequence) {}

    /** The status apart from decisions, which a reinstatement also restores. */
    public KpmStatus baseStatus() {
        if (reinstatements.isEmpty() || !base.isFinal()) {
            return base;
        }
        return base == KpmStatus.INELIGIBLE ? KpmStatus.VALIDATED : KpmStatus.ACTIVE;
    }

    /** Only a family that participates can be suspended. */
    public KpmStatus status() {
        KpmStatus apart = baseStatus();
        if (apart.isFinal()) {
            return apart;
        }
        return inEffect()
                .map(Decision::measure)
                .filter(measure -> measure.isExit() || apart == KpmStatus.ACTIVE)
                .min(Comparator.naturalOrder())
                .map(Measure::status)
                .orElse(apart);
    }

    private Stream<Decision> inEffect() {
        return decisions.stream().filter(this::isInEffect);
    }

    public boolean isInEffect(Decision decision) {
        return decision.tookEffect()
                && !decision.isStayed()
                && !decision.isLifted()
                && !isReinstatedFrom(decision);
    }

    /** Whether a reinstatement that is later than the decision ended it. */
    public boolean isReinstatedFrom(Decision decision) {
        return decision.endsWithReinstatement()
                && reinstatements.stream().anyMatch(r -> r.sequence() > decision.sequence());
    }
}
