package id.pkh.verification.evidence;

import id.pkh.platform.files.FileRun;
import id.pkh.platform.files.RowRefusal;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.NikTokens;
import id.pkh.verification.compliance.CommitmentRules;
import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.evidence.domain.PupilRule;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the people on a form among the families of the programme, by the tokens of their keys. */
@ApplicationScoped
class FormPeople {

    /** For ids; what is unknown by its NIK has a code of its own. */
    static final String MEMBER_UNKNOWN = "MEMBER_ID_UNKNOWN";

    private final Forms forms;
    private final FindPupils pupils;
    private final NikTokens tokens;
    private final CommitmentRules rules;

    FormPeople(Forms forms, FindPupils pupils, NikTokens tokens, CommitmentRules rules) {
        this.forms = forms;
        this.pupils = pupils;
        this.tokens = tokens;
        this.rules = rules;
    }

    /**
     * The people on a form.
     *
     * @param elsewhere people who live outside the sender's areas; nothing counts for them
     * @param waiting rows that wait for a person
     * @param matches decisions on keys that were followed
     * @param unknown rows about nobody who is known in the sender's areas
     */
    record Found(
            List<Forms.Entry> entries,
            List<Elsewhere> elsewhere,
            List<Waiting> waiting,
            Set<UUID> matches,
            List<FormRow> unknown) {

        Found(List<Forms.Entry> entries, List<FormRow> unknown) {
            this(entries, List.of(), List.of(), Set.of(), unknown);
        }

        Found elsewhere(List<Elsewhere> others) {
            return new Found(
                    entries,
                    Stream.concat(elsewhere.stream(), others.stream()).toList(),
                    waiting,
                    matches,
                    List.of());
        }
    }

    /** A row about a person of other areas. */
    record Elsewhere(int line, Forms.Person person) {}

    /** A row of a school form of which a person has to decide whom it is about. */
    record Waiting(
            FormRow row,
            PupilRows.Keys keys,
            PupilRule.Reason reason,
            List<PupilRows.Side> sides) {}

    Found on(Form form, AreaScope areas, FileRun run) {
        return form.isByMember() ? members(form, areas, run) : byNumbers(form, areas, run);
    }

    /** Nobody is looked up, so nobody of other areas is met, and no row waits for a person. */
    private Found members(Form form, AreaScope areas, FileRun run) {
        Map<UUID, List<Forms.Person>> known =
                forms.members(form.rows().stream().map(FormRow::memberId).toList(), areas).stream()
                        .collect(Collectors.groupingBy(Forms.Person::memberId));
        Map<FormRow, List<Forms.Person>> byId = new HashMap<>();
        form.rows().forEach(row -> byId.put(row, known.getOrDefault(row.memberId(), List.of())));
        Found found = patients(form, componentsShownBy(form), byId, run);
        found.unknown()
                .forEach(
                        row ->
                                run.refuse(
                                        RowRefusal.withoutValue(
                                                row.line(), "member_id", MEMBER_UNKNOWN, "")));
        return new Found(found.entries(), List.of());
    }

    private Found byNumbers(Form form, AreaScope areas, FileRun run) {
        Map<FormRow, String> tokenOf = new HashMap<>();
        form.rows().stream()
                .filter(row -> row.nik() != null)
                .forEach(row -> tokenOf.put(row, tokens.tokenOf(row.nik())));
        Map<String, List<Forms.Person>> known = byToken(forms.people(tokenOf.values(), areas));
        Map<FormRow, List<Forms.Person>> byNik = new HashMap<>();
        tokenOf.forEach((row, token) -> byNik.put(row, known.getOrDefault(token, List.of())));
        Set<String> components = componentsShownBy(form);
        Found found =
                form.kind() == FormKind.SCHOOL
                        ? pupils.on(form, areas, components, byNik, run)
                        : patients(form, components, byNik, run);
        boolean isAboutNobody = found.entries().isEmpty();
        List<Elsewhere> others =
                elsewhere(form, found.unknown(), tokenOf, isAboutNobody, areas, run);
        return found.elsewhere(others);
    }

    private static Found patients(
            Form form,
            Set<String> components,
            Map<FormRow, List<Forms.Person>> byNik,
            FileRun run) {
        List<Forms.Entry> entries = new ArrayList<>();
        List<FormRow> unknown = new ArrayList<>();
        for (FormRow row : form.rows()) {
            List<Forms.Person> candidates = byNik.get(row);
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
        return new Found(entries, unknown);
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
                                        unknown.stream()
                                                .map(tokenOf::get)
                                                .filter(Objects::nonNull)
                                                .toList(),
                                        form.kind(),
                                        form.pointCode(),
                                        areas));
        List<Elsewhere> elsewhere = new ArrayList<>();
        for (FormRow row : unknown) {
            List<Forms.Person> candidates =
                    row.nik() == null
                            ? List.of()
                            : nearby.getOrDefault(tokenOf.get(row), List.of());
            if (candidates.isEmpty()) {
                run.refuseForAreas(unknown(form, row));
            } else {
                candidates.forEach(person -> elsewhere.add(new Elsewhere(row.line(), person)));
            }
        }
        return elsewhere;
    }

    private static RowRefusal unknown(Form form, FormRow row) {
        return row.unreadableKey() == null
                ? RowRefusal.of(
                        row.line(), form.kind().nikColumn(), row.nik(), "MEMBER_UNKNOWN", "")
                : row.unreadableKey();
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
    static Optional<Forms.Person> bestOf(
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
    static String note(Form form, Forms.Person person) {
        boolean otherSchool =
                form.kind() == FormKind.SCHOOL
                        && person.schoolId() != null
                        && !person.schoolId().equals(form.pointCode());
        return otherSchool ? "OTHER_SCHOOL" : null;
    }

    static RowRefusal withoutComponent(FormKind kind, FormRow row, Set<String> components) {
        return RowRefusal.of(
                row.line(),
                kind.nikColumn(),
                row.nik(),
                kind.componentRefusal(),
                String.join(", ", new TreeSet<>(components)));
    }
}
