package id.pkh.verification.evidence;

import id.pkh.platform.files.FileRun;
import id.pkh.platform.files.RowRefusal;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.NikTokens;
import id.pkh.verification.compliance.CommitmentRules;
import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.evidence.form.Form;
import id.pkh.verification.evidence.form.FormKind;
import id.pkh.verification.evidence.form.FormRow;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the people on a form among the families of the programme, by the token of their NIK. */
@ApplicationScoped
class FormPeople {

    private final Forms forms;
    private final NikTokens tokens;
    private final CommitmentRules rules;

    FormPeople(Forms forms, NikTokens tokens, CommitmentRules rules) {
        this.forms = forms;
        this.tokens = tokens;
        this.rules = rules;
    }

    /**
     * The people on a form.
     *
     * @param elsewhere people who live outside the sender's areas; nothing counts for them
     */
    record Found(List<Forms.Entry> entries, List<Elsewhere> elsewhere) {}

    /** A row about a person of other areas. */
    record Elsewhere(int line, Forms.Person person) {}

    Found on(Form form, AreaScope areas, FileRun run) {
        Map<FormRow, String> tokenOf = new HashMap<>();
        form.rows().forEach(row -> tokenOf.put(row, tokens.tokenOf(row.nik())));
        Map<String, List<Forms.Person>> known = byToken(forms.people(tokenOf.values(), areas));
        Set<String> components = componentsShownBy(form);
        List<Forms.Entry> entries = new ArrayList<>();
        List<FormRow> unknown = new ArrayList<>();
        for (FormRow row : form.rows()) {
            List<Forms.Person> candidates = known.getOrDefault(tokenOf.get(row), List.of());
            Optional<Forms.Person> person = bestOf(candidates, components, form.quarter());
            if (person.isPresent()) {
                entries.add(
                        new Forms.Entry(
                                person.get(),
                                note(form, person.get()),
                                row.entries(),
                                row.removed()));
            } else if (candidates.isEmpty()) {
                unknown.add(row);
            } else {
                run.refuse(withoutComponent(form.kind(), row, components));
            }
        }
        return new Found(entries, elsewhere(form, unknown, tokenOf, entries.isEmpty(), areas, run));
    }

    /**
     * A sheet of a school or clinic usually contains people of other villages. A sender of these
     * villages reports on them, so they are no fault of this one. A form about nobody in the
     * sender's areas is refused row by row.
     */
    private List<Elsewhere> elsewhere(
            Form form,
            List<FormRow> unknown,
            Map<FormRow, String> tokenOf,
            boolean isAboutNobody,
            AreaScope areas,
            FileRun run) {
        Map<String, List<Forms.Person>> nearby =
                isAboutNobody
                        ? Map.of()
                        : byToken(
                                forms.peopleNearby(
                                        unknown.stream().map(tokenOf::get).toList(),
                                        form.kind(),
                                        form.pointCode(),
                                        areas));
        List<Elsewhere> elsewhere = new ArrayList<>();
        for (FormRow row : unknown) {
            List<Forms.Person> candidates = nearby.getOrDefault(tokenOf.get(row), List.of());
            if (candidates.isEmpty()) {
                run.refuseForAreas(
                        RowRefusal.of(
                                row.line(),
                                form.kind().nikColumn(),
                                row.nik(),
                                "MEMBER_UNKNOWN",
                                ""));
            } else {
                candidates.forEach(person -> elsewhere.add(new Elsewhere(row.line(), person)));
            }
        }
        return elsewhere;
    }

    private static Map<String, List<Forms.Person>> byToken(List<Forms.Person> people) {
        return people.stream().collect(Collectors.groupingBy(Forms.Person::nikToken));
    }

    private Set<String> componentsShownBy(Form form) {
        return rules.all()
                .inForceFor(form.quarter())
                .map((CommitmentPolicy policy) -> policy.componentsShownBy(form.kind().evidence()))
                .orElse(Set.of());
    }

    /** Of several components, the one carried in the quarter, otherwise the latest one. */
    private static Optional<Forms.Person> bestOf(
            List<Forms.Person> candidates, Set<String> components, VerificationPeriod quarter) {
        return candidates.stream()
                .filter(person -> components.contains(person.component()))
                .max(
                        Comparator.comparing((Forms.Person person) -> holdsIn(person, quarter))
                                .thenComparing(Forms.Person::since)
                                .thenComparing(Forms.Person::memberId));
    }

    private static boolean holdsIn(Forms.Person person, VerificationPeriod quarter) {
        return !person.since().isAfter(quarter.lastDay())
                && (person.until() == null || !person.until().isBefore(quarter.firstDay()));
    }

    /**
     * A child may have changed schools before the registry was notified. The evidence counts, and
     * the row is marked.
     */
    private static String note(Form form, Forms.Person person) {
        boolean otherSchool =
                form.kind() == FormKind.SCHOOL
                        && person.schoolId() != null
                        && !person.schoolId().equals(form.pointCode());
        return otherSchool ? "OTHER_SCHOOL" : null;
    }

    private static RowRefusal withoutComponent(FormKind kind, FormRow row, Set<String> components) {
        return RowRefusal.of(
                row.line(),
                kind.nikColumn(),
                row.nik(),
                kind.componentRefusal(),
                String.join(", ", new TreeSet<>(components)));
    }
}
