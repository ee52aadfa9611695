package id.pkh.disbursement.difference.domain;

import java.util.List;
import java.util.UUID;

/**
 * A difference and what it comes from.
 *
 * @param causes empty only when nothing differs
 */
public record Difference(DifferenceKind kind, List<Cause> causes) {

    public Difference {
        causes = List.copyOf(causes);
    }

    /**
     * @param memberId the member whom it concerns; null for the family
     * @param component null unless it concerns one
     */
    public record Cause(String code, UUID memberId, String component) {

        static Cause ofFamily(String code) {
            return new Cause(code, null, null);
        }
    }
}
