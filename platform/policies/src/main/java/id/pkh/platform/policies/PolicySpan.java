package id.pkh.platform.policies;

import java.time.LocalDate;

/**
 * The days that a version covers unless a later one begins.
 *
 * @param validUntil null when it has no end of its own
 */
public record PolicySpan(String policyCode, LocalDate validFrom, LocalDate validUntil) {

    static PolicySpan of(PolicyDocument document) {
        return new PolicySpan(document.policyCode(), document.validFrom(), document.validUntil());
    }

    /** Whether days remain without a policy when the other one is the next to begin. */
    boolean leavesGapBefore(PolicySpan next) {
        return validUntil != null && validUntil.plusDays(1).isBefore(next.validFrom);
    }
}
