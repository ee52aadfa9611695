package id.pkh.verification.evidence;

import id.pkh.platform.files.FileRun;
import id.pkh.platform.files.RowRefusal;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.NikTokens;
import id.pkh.verification.evidence.FormPeople.Elsewhere;
import id.pkh.verification.evidence.FormPeople.Waiting;
import id.pkh.verification.evidence.domain.PupilRule;
import id.pkh.verification.evidence.form.Form;
import id.pkh.verification.evidence.form.FormRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Finds the pupils on a school form by two keys. A row whose NIK names one pupil, and whose NISN
 * names no other, counts at once. Then what people decided about keys applies. What is left is
 * decided by the rule, or waits for a person.
 */
@ApplicationScoped
class FindPupils {

    private final Forms forms;
    private final PupilRows pupilRows;
    private final NikTokens tokens;

    FindPupils(Forms forms, PupilRows pupilRows, NikTokens tokens) {
        this.forms = forms;
        this.pupilRows = pupilRows;
        this.tokens = tokens;
    }

    /** What was found for the rows of one form so far. */
    private static final class Search {

        private final Form form;
        private final AreaScope areas;
        private final Set<String> components;
        private final PupilKeys keys;
        private final Map<PupilRows.Keys, PupilRows.Match> decided;
        private final FileRun run;
        private final Map<String, Integer> nisnRows = new HashMap<>();
        private final Set<UUID> taken = new HashSet<>();
        private final List<Forms.Entry> entries = new ArrayList<>();
        private final List<Waiting> waiting = new ArrayList<>();
        private final Set<UUID> matches = new HashSet<>();
        private final List<Elsewhere> outside = new ArrayList<>();
        private final List<FormRow> unknown = new ArrayList<>();
        private int byNisn;

        Search(
                Form form,
                AreaScope areas,
                Set<String> components,
                PupilKeys keys,
                Map<PupilRows.Keys, PupilRows.Match> decided,
                FileRun run) {
            this.form = form;
            this.areas = areas;
            this.components = components;
            this.keys = keys;
            this.decided = decided;
            this.run = run;
            form.rows().stream()
                    .map(FormRow::nisn)
                    .filter(Objects::nonNull)
                    .forEach(nisn -> nisnRows.merge(nisn, 1, Integer::sum));
        }

        void count(FormRow row, Forms.Person person) {
            taken.add(person.memberId());
            entries.add(
                    new Forms.Entry(
                            person, FormPeople.note(form, person), row.entries(), row.removed()));
        }

        boolean isNisnTwice(FormRow row) {
            return nisnRows.getOrDefault(row.nisn(), 0) > 1;
        }

        Optional<Forms.Person> within(UUID memberId) {
            return FormPeople.bestOf(
                    keys.rowsOf(memberId).stream()
                            .filter(person -> areas.covers(person.villageCode()))
                            .toList(),
                    components,
                    form.quarter());
        }
    }

    FormPeople.Found on(
            Form form,
            AreaScope areas,
            Set<String> components,
            Map<FormRow, List<Forms.Person>> byNik,
            FileRun run) {
        Search search =
                new Search(
                        form,
                        areas,
                        components,
                        new PupilKeys(tokens, forms.pupils(form.pointCode(), form.quarter())),
                        pupilRows.standing(form.pointCode()),
                        run);
        List<FormRow> left = new ArrayList<>();
        for (FormRow row : form.rows()) {
            if (!isCertain(row, byNik.getOrDefault(row, List.of()), search)) {
                left.add(row);
            }
        }
        left.removeIf(row -> isDecided(row, search));
        left.forEach(row -> decide(row, byNik.getOrDefault(row, List.of()), search));
        if (search.byNisn > 0) {
            run.detail("rows_by_nisn", String.valueOf(search.byNisn));
        }
        return new FormPeople.Found(
                search.entries, search.outside, search.waiting, search.matches, search.unknown);
    }

    private static boolean isCertain(FormRow row, List<Forms.Person> people, Search search) {
        Optional<Forms.Person> person =
                FormPeople.bestOf(people, search.components, search.form.quarter());
        if (person.isEmpty()) {
            if (!people.isEmpty()) {
                search.run.refuse(
                        FormPeople.withoutComponent(search.form.kind(), row, search.components));
            }
            return !people.isEmpty();
        }
        UUID memberId = person.get().memberId();
        if (search.decided.containsKey(search.keys.keysOf(row))
                || !PupilRule.of(search.keys.candidates(row, memberId), false)
                        .equals(new PupilRule.Is(memberId))) {
            return false;
        }
        search.count(row, person.get());
        return true;
    }

    /** Whether a person decided about the keys of a row, and the decision can be followed. */
    private static boolean isDecided(FormRow row, Search search) {
        PupilRows.Match match = search.decided.get(search.keys.keysOf(row));
        if (match == null) {
            return false;
        }
        if (match.memberId() == null) {
            search.unknown.add(row);
            return true;
        }
        Optional<Forms.Person> person = search.within(match.memberId());
        if (person.isEmpty()) {
            return isOutside(row, match.memberId(), search);
        }
        if (search.taken.contains(match.memberId())) {
            search.run.refuse(
                    RowRefusal.withoutValue(
                            row.line(),
                            search.form.kind().nikColumn(),
                            "ROW_TWICE",
                            "one row a person"));
            return true;
        }
        search.count(row, person.get());
        search.matches.add(match.rowId());
        return true;
    }

    private static boolean isOutside(FormRow row, UUID memberId, Search search) {
        List<Forms.Person> people = search.keys.rowsOf(memberId);
        people.forEach(person -> search.outside.add(new Elsewhere(row.line(), person)));
        return !people.isEmpty();
    }

    private static void decide(FormRow row, List<Forms.Person> people, Search search) {
        UUID named =
                FormPeople.bestOf(people, search.components, search.form.quarter())
                        .map(Forms.Person::memberId)
                        .orElse(null);
        PupilRule.Verdict verdict =
                PupilRule.of(search.keys.candidates(row, named), search.isNisnTwice(row));
        if (verdict instanceof PupilRule.Is is) {
            decided(row, is, search);
        } else if (verdict instanceof PupilRule.ToSettle toSettle) {
            waits(row, toSettle, people, search);
        } else {
            search.unknown.add(row);
        }
    }

    private static void decided(FormRow row, PupilRule.Is is, Search search) {
        Optional<Forms.Person> person = search.within(is.memberId());
        if (person.isEmpty()) {
            if (row.nik() != null || !isOutside(row, is.memberId(), search)) {
                search.unknown.add(row);
            }
        } else if (search.taken.contains(is.memberId())) {
            waits(
                    row,
                    new PupilRule.ToSettle(
                            PupilRule.Reason.PUPIL_TWICE,
                            search.keys.candidates(row, null).stream()
                                    .filter(c -> c.memberId().equals(is.memberId()))
                                    .toList()),
                    List.of(),
                    search);
        } else {
            search.count(row, person.get());
            search.byNisn++;
        }
    }

    /** A pupil who is on the form under her own keys is not meant by a key that nearly fits. */
    private static void waits(
            FormRow row, PupilRule.ToSettle toSettle, List<Forms.Person> people, Search search) {
        boolean isNear = toSettle.reason() == PupilRule.Reason.NEAR;
        List<PupilRows.Side> sides =
                toSettle.candidates().stream()
                        .filter(c -> !isNear || !search.taken.contains(c.memberId()))
                        .flatMap(c -> side(c, people, search).stream())
                        .toList();
        if (sides.stream().noneMatch(side -> search.areas.covers(side.villageCode()))) {
            search.unknown.add(row);
            return;
        }
        search.waiting.add(new Waiting(row, search.keys.keysOf(row), toSettle.reason(), sides));
        search.run.refuse(
                RowRefusal.withoutValue(
                        row.line(),
                        search.form.kind().nikColumn(),
                        "PUPIL_TO_SETTLE",
                        toSettle.reason().name()));
    }

    private static Optional<PupilRows.Side> side(
            PupilRule.Candidate candidate, List<Forms.Person> people, Search search) {
        return Stream.concat(people.stream(), search.keys.rowsOf(candidate.memberId()).stream())
                .filter(person -> person.memberId().equals(candidate.memberId()))
                .findFirst()
                .map(
                        person ->
                                new PupilRows.Side(
                                        person.memberId(),
                                        person.kpmId(),
                                        person.villageCode(),
                                        candidate.nik(),
                                        candidate.nisn()));
    }
}
