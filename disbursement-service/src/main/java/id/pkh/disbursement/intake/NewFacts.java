package id.pkh.disbursement.intake;

import java.util.Set;
import java.util.UUID;

/**
 * Families about which something new was recorded.
 *
 * @param families all of them
 * @param decided families for which a decision was taken or lifted: only such a fact can release a
 *     payment that a sealed list withheld
 */
record NewFacts(Set<UUID> families, Set<UUID> decided) {

    static NewFacts withoutDecisions(Set<UUID> families) {
        return new NewFacts(families, Set.of());
    }
}
