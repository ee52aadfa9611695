package id.pkh.registry.history.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What stood after one change of a family.
 *
 * @param effectiveOn first day of the change; null if it was carried over
 */
public record FamilyVersion(
        long version,
        LocalDate effectiveOn,
        Instant recordedAt,
        String village,
        String group,
        String bank,
        UUID caretaker,
        List<PersonThen> persons) {

    /** A person of the family, with every component on record then. */
    public record PersonThen(UUID id, LocalDate left, LocalDate died, List<SpanThen> spans) {}

    /** A component as it was recorded then. */
    public record SpanThen(String component, LocalDate since, LocalDate until, String school) {

        public boolean isCarriedOn(LocalDate day) {
            return !since.isAfter(day) && (until == null || !until.isBefore(day));
        }

        private String text() {
            return component
                    + " "
                    + since
                    + ".."
                    + (until == null ? "" : until)
                    + (school == null ? "" : " @" + school);
        }
    }

    /** One thing that a change made different; from is null where nothing was before. */
    public record Difference(String what, UUID memberId, String from, String becomes) {}

    String valueOf(Aspect aspect) {
        return switch (aspect) {
            case VILLAGE -> village;
            case GROUP -> group;
            case BANK -> bank;
            case CARETAKER -> caretaker.toString();
            case STATUS -> throw new IllegalArgumentException("a status has its own history");
        };
    }

    /** The facts about an aspect: the first version, and each that made it different. */
    public static Timeline timeline(List<FamilyVersion> versions, Aspect aspect, ZoneId zone) {
        List<Fact> facts = new ArrayList<>();
        FamilyVersion before = null;
        for (FamilyVersion one : versions) {
            if (before == null || !Objects.equals(one.valueOf(aspect), before.valueOf(aspect))) {
                facts.add(one.fact(one.valueOf(aspect)));
            }
            before = one;
        }
        return new Timeline(facts, zone);
    }

    /** The fact that a person is in the family: the first version that has the person. */
    public static Timeline membership(List<FamilyVersion> versions, UUID member, ZoneId zone) {
        return new Timeline(
                versions.stream()
                        .filter(one -> one.person(member).isPresent())
                        .limit(1)
                        .map(one -> one.fact(member.toString()))
                        .toList(),
                zone);
    }

    private Fact fact(String value) {
        return new Fact(version, effectiveOn, recordedAt, value);
    }

    private Optional<PersonThen> person(UUID id) {
        return persons.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    /** What this version made different from the one before; everything if there is none. */
    public List<Difference> differencesFrom(Optional<FamilyVersion> before) {
        List<Difference> differences = new ArrayList<>();
        for (Aspect aspect : List.of(Aspect.VILLAGE, Aspect.GROUP, Aspect.BANK, Aspect.CARETAKER)) {
            String from = before.map(earlier -> earlier.valueOf(aspect)).orElse(null);
            add(differences, aspect.name(), null, from, valueOf(aspect));
        }
        for (PersonThen person : persons) {
            Optional<PersonThen> earlier = before.flatMap(one -> one.person(person.id()));
            if (earlier.isEmpty()) {
                add(differences, "MEMBER", person.id(), null, "JOINED");
            }
            add(
                    differences,
                    "MEMBER_LEFT",
                    person.id(),
                    text(earlier.map(PersonThen::left).orElse(null)),
                    text(person.left()));
            add(
                    differences,
                    "MEMBER_DIED",
                    person.id(),
                    text(earlier.map(PersonThen::died).orElse(null)),
                    text(person.died()));
            add(
                    differences,
                    "COMPONENT",
                    person.id(),
                    last(earlier.map(PersonThen::spans).orElse(List.of())),
                    last(person.spans()));
        }
        return differences;
    }

    private static void add(
            List<Difference> differences, String what, UUID member, String from, String becomes) {
        if (!Objects.equals(from, becomes)) {
            differences.add(new Difference(what, member, from, becomes));
        }
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static String last(List<SpanThen> spans) {
        return spans.isEmpty() ? null : spans.get(spans.size() - 1).text();
    }
}
