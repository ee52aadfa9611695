package id.pkh.registry.family.domain;

import id.pkh.registry.identity.domain.Sealed;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A person in a family: a person with a component, or the caretaker.
 *
 * @param birthDate null for a caretaker of whom only the NIK is known: a NIK does not state the
 *     century
 * @param nisn pupil number, which a person keeps for life
 * @param grade grade at school, while the present component lasts
 */
public record Member(
        UUID id,
        Sealed nik,
        Sealed name,
        LocalDate birthDate,
        Sex sex,
        Components components,
        String nisn,
        String grade) {

    public static Member joining(UUID id, Person person) {
        return new Member(
                id,
                person.nik(),
                person.name(),
                person.birthDate(),
                person.sex(),
                new Components(person.component(), Components.NONE.past()),
                person.nisn(),
                person.grade());
    }

    /**
     * The member after the statement is recorded. A list may repeat a component that is already
     * history.
     */
    public Ruling<Member> learn(Person stated) {
        if (stated.component() == null) {
            return Ruling.permitted(described(stated));
        }
        if (components.isPast(stated.component())) {
            return isDescribedAs(stated)
                    ? Ruling.permitted(this)
                    : Ruling.refused(Components.BEFORE_CURRENT_COMPONENT);
        }
        return components.carry(stated.component()).map(after -> stating(stated, after));
    }

    public Ruling<Member> endComponentBefore(LocalDate day) {
        return components
                .endBefore(day)
                .map(ended -> new Member(id, nik, name, birthDate, sex, ended, nisn, grade));
    }

    /** The member with the name and birth date of the statement, and with the same component. */
    public Member described(Person stated) {
        return stating(stated, components);
    }

    Member named(Sealed otherName) {
        return new Member(id, nik, otherName, birthDate, sex, components, nisn, grade);
    }

    /** Whether the statement has the recorded name and birth date. */
    public boolean isDescribedAs(Person stated) {
        return name.equals(stated.name())
                && (stated.birthDate() == null || stated.birthDate().equals(birthDate));
    }

    private Member stating(Person stated, Components after) {
        boolean sameComponent =
                components.present() == null
                        || components.present().type() == after.present().type();
        return new Member(
                id,
                nik,
                stated.name(),
                stated.birthDate() == null ? birthDate : stated.birthDate(),
                sex,
                after,
                stated.nisn() == null ? nisn : stated.nisn(),
                sameComponent && stated.grade() == null ? grade : stated.grade());
    }

    Stream<KpmFacts.Member> facts() {
        return components.all().map(span -> new KpmFacts.Member(id, nik.token(), birthDate, span));
    }
}
