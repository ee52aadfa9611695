package id.pkh.disbursement.entitlement.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Calculates the entitlement of a family: components on the cycle's first day, times the index of
 * that day, times the full months covered. See docs/rules/entitlement.md.
 */
public final class EntitlementRule {

    private static final int MONTHS_OF_A_YEAR = 12;

    private EntitlementRule() {}

    public static Entitlement calculate(EntitlementFacts facts, BenefitTerms terms) {
        LocalDate firstDay = facts.range().from();
        List<ComponentSpell> holding =
                facts.spells().stream()
                        .filter(spell -> spell.holdsOn(firstDay))
                        .filter(distinctByMemberAndComponent())
                        .toList();
        EntitlementPolicy policy = terms.require(firstDay);
        List<EntitlementLine> lines = new ArrayList<>();
        if (terms.index().isFlatOn(firstDay)) {
            lines.addAll(flat(facts, holding, terms.index()));
        } else {
            lines.addAll(byMember(facts, holding, terms.index(), policy));
        }
        facts.spells().stream()
                .filter(spell -> spell.since().isAfter(firstDay))
                .filter(spell -> facts.range().contains(spell.since()))
                .map(spell -> EntitlementLine.unpaid(spell, EntitlementLine.BEGINS_WITHIN_CYCLE))
                .sorted(
                        Comparator.comparing((EntitlementLine line) -> line.memberId().toString())
                                .thenComparing(EntitlementLine::component))
                .forEach(lines::add);
        return new Entitlement(lines);
    }

    private static List<EntitlementLine> flat(
            EntitlementFacts facts, List<ComponentSpell> holding, BenefitIndex index) {
        Set<String> components =
                holding.stream().map(ComponentSpell::component).collect(Collectors.toSet());
        if (components.isEmpty()) {
            return List.of();
        }
        return index.flatRate(facts.scheme(), components, facts.range().from())
                .map(rate -> List.of(familyLine(rate, facts.range())))
                .orElseGet(
                        () ->
                                holding.stream()
                                        .map(
                                                spell ->
                                                        EntitlementLine.unpaid(
                                                                spell, EntitlementLine.NO_RATE))
                                        .toList());
    }

    private static List<EntitlementLine> byMember(
            EntitlementFacts facts,
            List<ComponentSpell> holding,
            BenefitIndex index,
            EntitlementPolicy policy) {
        LocalDate day = facts.range().from();
        List<Candidate> candidates = new ArrayList<>();
        List<EntitlementLine> unknown = new ArrayList<>();
        for (ComponentSpell spell : holding) {
            index.memberRate(spell.component(), day)
                    .ifPresentOrElse(
                            rate -> candidates.add(new Candidate(spell, rate.annual())),
                            () ->
                                    unknown.add(
                                            EntitlementLine.unpaid(
                                                    spell, EntitlementLine.NO_RATE)));
        }
        candidates.sort(Candidate.HIGHEST_FIRST);
        List<EntitlementLine> lines = choose(candidates, policy, facts.range().fullMonths());
        if (lines.stream().anyMatch(EntitlementLine::isPaid)) {
            index.familyAddition(facts.scheme(), day)
                    .ifPresent(rate -> lines.add(familyLine(rate, facts.range())));
        }
        lines.addAll(unknown);
        return lines;
    }

    private static List<EntitlementLine> choose(
            List<Candidate> candidates, EntitlementPolicy policy, int months) {
        List<EntitlementLine> lines = new ArrayList<>();
        Set<Object> paidMembers = new HashSet<>();
        Map<String, Integer> paidByComponent = new HashMap<>();
        for (Candidate candidate : candidates) {
            ComponentSpell spell = candidate.spell();
            int alike = paidByComponent.getOrDefault(spell.component(), 0);
            if (paidMembers.contains(spell.memberId())) {
                lines.add(EntitlementLine.unpaid(spell, EntitlementLine.OTHER_COMPONENT_PAID));
            } else if (alike >= policy.limitOf(spell.component())) {
                lines.add(EntitlementLine.unpaid(spell, EntitlementLine.OVER_COMPONENT_LIMIT));
            } else if (paidMembers.size() >= policy.maxPaidMembers()) {
                lines.add(EntitlementLine.unpaid(spell, EntitlementLine.OVER_MEMBER_LIMIT));
            } else {
                Rupiah amount = candidate.annual().shareHalfUp(months, MONTHS_OF_A_YEAR);
                lines.add(EntitlementLine.paid(spell.memberId(), spell.component(), amount));
                paidMembers.add(spell.memberId());
                paidByComponent.put(spell.component(), alike + 1);
            }
        }
        return lines;
    }

    private static EntitlementLine familyLine(BenefitRate rate, CoveredRange range) {
        return EntitlementLine.paid(
                null,
                rate.component(),
                rate.annual().shareHalfUp(range.fullMonths(), MONTHS_OF_A_YEAR));
    }

    private static Predicate<ComponentSpell> distinctByMemberAndComponent() {
        Set<List<Object>> seen = new HashSet<>();
        return spell -> seen.add(List.of(spell.memberId(), spell.component()));
    }

    /** Ids are compared as text, so that every reader of the list can reproduce the order. */
    private record Candidate(ComponentSpell spell, Rupiah annual) {
        static final Comparator<Candidate> HIGHEST_FIRST =
                Comparator.comparing(Candidate::annual)
                        .reversed()
                        .thenComparing(candidate -> candidate.spell().memberId().toString())
                        .thenComparing(candidate -> candidate.spell().component());
    }
}
