package id.pkh.disbursement.entitlement.domain;

import java.util.List;

/**
 * All facts about a family that the rule uses.
 *
 * @param spells components of the members with their days, including past components
 * @param range days that the cycle covers
 * @param scheme kind of family, which decides the family's own part
 */
public record EntitlementFacts(List<ComponentSpell> spells, CoveredRange range, String scheme) {

    public EntitlementFacts {
        spells = List.copyOf(spells);
    }
}
