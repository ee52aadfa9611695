package id.pkh.disbursement.entitlement.domain;

import java.util.List;

/**
 * All that the rule may know of a family.
 *
 * @param spells who carries which component when, past ones too
 * @param range what the cycle covers
 * @param scheme kind of family, for the family's own part
 */
public record EntitlementFacts(List<ComponentSpell> spells, CoveredRange range, String scheme) {

    public EntitlementFacts {
        spells = List.copyOf(spells);
    }
}
