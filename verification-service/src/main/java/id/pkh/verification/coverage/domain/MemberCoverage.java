package id.pkh.verification.coverage.domain;

import id.pkh.verification.compliance.domain.MemberComponent;
import java.util.SortedMap;

/**
 * How far the evidence about a person covers what has to be verified in a quarter.
 *
 * @param windows by {@code yyyy-MM} or {@code yyyy-MM/yyyy-MM}; none while they depend on an age
 *     that is not recorded
 */
public record MemberCoverage(MemberComponent member, SortedMap<String, WindowState> windows) {

    /** The same about another person. */
    public MemberCoverage of(MemberComponent other) {
        return new MemberCoverage(other, windows);
    }

    /** If the quarter was closed now, everything about the person would be verified. */
    public boolean isComplete() {
        return !windows.isEmpty() && !windows.containsValue(WindowState.MISSING);
    }
}
