package id.pkh.verification.sanction.domain;

import id.pkh.verification.signal.domain.Cause;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One policy of the ladder: ordered data, so that another rung changes no code. See {@code
 * docs/rules/sanction-ladder.md}.
 *
 * @param validFrom applies to the periods that begin on or after this day
 * @param legalBasis the source of these numbers
 * @param rungs in any order; kept lowest first within a cause
 */
public record SanctionLadder(
        String policyCode, LocalDate validFrom, String legalBasis, List<Rung> rungs) {

    public SanctionLadder {
        rungs =
                rungs.stream()
                        .sorted(Comparator.comparing(Rung::cause).thenComparing(Rung::running))
                        .toList();
        if (legalBasis.isBlank()) {
            throw new IllegalArgumentException(policyCode + " has no legal basis");
        }
        for (Cause cause : Cause.values()) {
            requireAscent(policyCode, rungs.stream().filter(r -> r.cause() == cause).toList());
        }
    }

    /** The highest rung that this number of periods in a row reaches; empty when it is 0. */
    public Optional<Rung> rungReached(Cause cause, int running) {
        return rungs.stream()
                .filter(rung -> rung.cause() == cause && rung.running() <= running)
                .reduce((lower, higher) -> higher);
    }

    private static void requireAscent(String policyCode, List<Rung> ofOneCause) {
        boolean ascends =
                IntStream.range(0, ofOneCause.size())
                        .allMatch(
                                i ->
                                        ofOneCause.get(i).running() == i + 1
                                                && (i == 0
                                                        || isNotMilder(
                                                                ofOneCause.get(i - 1),
                                                                ofOneCause.get(i))));
        if (!ascends) {
            throw new IllegalArgumentException(
                    "%s: the rungs of %s are not 1, 2, 3 … with a step that never falls"
                            .formatted(policyCode, ofOneCause.get(0).cause()));
        }
    }

    private static boolean isNotMilder(Rung lower, Rung higher) {
        return higher.step().compareTo(lower.step()) >= 0;
    }
}
