package id.pkh.registry.family.domain;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * A person who joined another family: while this one had left the programme, or as a child that was
 * transferred.
 *
 * @param since first day in the other family
 */
public record FormerMember(Member member, LocalDate since) {

    /** What the person carried in this family, up to the day before. */
    Stream<KpmFacts.Member> facts() {
        return member.facts()
                .filter(fact -> fact.component().since().isBefore(since))
                .map(fact -> fact.until(since.minusDays(1)));
    }
}
