package id.pkh.verification.compliance.persistence;

import id.pkh.verification.compliance.ComplianceFacts;
import id.pkh.verification.compliance.domain.ComplianceRule;
import id.pkh.verification.compliance.domain.MemberFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The facts about families in memory. Which forms came is read for people whose evidence is missing
 * only, as the rule needs it for nobody else.
 */
final class KnownFacts implements ComplianceFacts.Known {

    /** A person's component, and the facts about it without the forms that came. */
    record Person(ComponentRow row, MemberFacts facts) {}

    private final Map<UUID, List<Person>> families;
    private final FormsOfPeople forms;

    KnownFacts(Map<UUID, List<Person>> families, FormsOfPeople forms) {
        this.families = families;
        this.forms = forms;
    }

    @Override
    public Map<UUID, List<MemberFacts>> in(ComplianceFacts.Asked asked) {
        Set<ComponentRow> missing =
                families.values().stream()
                        .flatMap(List::stream)
                        .filter(
                                person ->
                                        ComplianceRule.dependsOnForms(
                                                asked.quarter(), person.facts(), asked.policy()))
                        .map(Person::row)
                        .collect(Collectors.toSet());
        forms.read(missing);
        Map<UUID, List<MemberFacts>> facts = new HashMap<>();
        families.forEach(
                (kpmId, people) ->
                        facts.put(
                                kpmId,
                                people.stream()
                                        .map(
                                                person ->
                                                        missing.contains(person.row())
                                                                ? person.facts()
                                                                        .with(
                                                                                forms.quarters(
                                                                                        person
                                                                                                .row(),
                                                                                        asked))
                                                                : person.facts())
                                        .toList()));
        return facts;
    }
}
