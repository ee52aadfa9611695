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

    /** A person who is not found may be one of other areas. */
    List<Forms.Entry> on(Form form, AreaScope areas, FileRun run) {
        Map<FormRow, String> tokenOf = new HashMap<>();
        form.rows().forEach(row -> tokenOf.put(row, tokens.tokenOf(row.nik())));
        Map<String, List<Forms.Person>> known =
                forms.people(tokenOf.values(), areas).stream()
                        .collect(Collectors.groupingBy(Forms.Person::nikToken));
        Set<String> components =
                rules.all()
                        .inForceFor(form.quarter())
                        .map(
                                (CommitmentPolicy policy) ->
                                        policy.componentsShownBy(form.kind().evidence()))
                        .orElse(Set.of());
        List<Forms.Entry> entries = new ArrayList<>();
        for (FormRow row : form.rows()) {
            List<Forms.Person> candidates = known.getOrDefault(tokenOf.get(row), List.of());
            Optional<Forms.Person> person = bestOf(candidates, components, form.quarter());
            if (person.isPresent()) {
                entries.add(new Forms.Entry(person.get(), note(form, person.get()), row.entries()));
            } else if (candidates.isEmpty()) {
                run.refuseForAreas(
                        RowRefusal.of(
                                row.line(),
                                form.kind().nikColumn(),
                                row.nik(),
                                "MEMBER_UNKNOWN",
                                ""));
            } else {
                run.refuse(withoutComponent(form.kind(), row, components));
            }
        }
        return entries;
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
