package id.pkh.registry.family.domain;

import id.pkh.registry.identity.domain.Sealed;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A person in a family: a person with a component, or the caretaker.
 *
 * @param birthDate null for a caretaker of whom only the NIK is known: a NIK does not state the
 *     century
 * @param nisn pupil number, which a person keeps for life
 * @param grade grade at school, while the present component lasts
 * @param diedOn day of death; null for a person who is alive
 */
public record Member(
        UUID id,
        Sealed nik,
        Sealed name,
        LocalDate birthDate,
        Sex sex,
        Components components,
        String nisn,
        String grade,
        LocalDate diedOn) {

    public static final String MEMBER_DECEASED = "MEMBER_DECEASED";
    public static final String MEMBER_NOT_DECEASED = "MEMBER_NOT_DECEASED";

    public static Member joining(UUID id, Person person) {
        return new Member(
                id,
                person.nik(),
                person.name(),
                person.birthDate(),
                person.sex(),
                new Components(person.component(), Components.NONE.past()),
                person.nisn(),
                person.grade(),
                null);
    }

    /**
     * The member after the statement is recorded. A list may repeat a component that is already
     * history. Nobody carries a component after death.
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
        Ruling<Components> carried = components.carry(stated.component());
        return isDeceased() && !carried.equals(Ruling.permitted(components))
                ? Ruling.refused(MEMBER_DECEASED)
                : carried.map(after -> stating(stated, after));
    }

    boolean isSamePerson(Member other) {
        return nik.equals(other.nik)
                && name.equals(other.name)
                && Objects.equals(birthDate, other.birthDate);
    }

    /** Whether a comparison with persons of other families would see the same. */
    boolean isRecognisedAs(Member other) {
        return isSamePerson(other)
                && Objects.equals(nisn, other.nisn)
                && isDeceased() == other.isDeceased();
    }

    public boolean isDeceased() {
        return diedOn != null;
    }

    /** The member after death, whose component ended on that day at the latest. */
    public Ruling<Member> died(LocalDate on) {
        if (isDeceased()) {
            return Ruling.refused(MEMBER_DECEASED);
        }
        LocalDate dayAfter = on.plusDays(1);
        boolean carriesStill =
                components.present() != null && components.present().isCarriedOn(dayAfter);
        return (carriesStill ? components.endBefore(dayAfter) : Ruling.permitted(components))
                .map(ended -> with(ended, on));
    }

    /** The member whose death was recorded wrongly; a component that it ended is carried again. */
    public Ruling<Member> alive() {
        if (!isDeceased()) {
            return Ruling.refused(MEMBER_NOT_DECEASED);
        }
        ComponentSpan last = components.present();
        boolean endedByDeath = last != null && diedOn.equals(last.until());
        Components resumed =
                endedByDeath
                        ? new Components(
                                new ComponentSpan(last.type(), last.since(), null, last.school()),
                                components.past())
                        : components;
        return Ruling.permitted(with(resumed, null));
    }

    /** The same person with the number, name and birth date that were meant. */
    public Member corrected(Person meant) {
        return new Member(
                id,
                meant.nik(),
                meant.name(),
                meant.birthDate(),
                meant.sex(),
                components,
                nisn,
                grade,
                diedOn);
    }

    private Member with(Components others, LocalDate death) {
        return new Member(id, nik, name, birthDate, sex, others, nisn, grade, death);
    }

    public Ruling<Member> endComponentBefore(LocalDate day) {
        return components.endBefore(day).map(ended -> with(ended, diedOn));
    }

    /** The member with the name and birth date of the statement, and with the same component. */
    public Member described(Person stated) {
        return stating(stated, components);
    }

    Member named(Sealed otherName) {
        return new Member(id, nik, otherName, birthDate, sex, components, nisn, grade, diedOn);
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
                sameComponent && stated.grade() == null ? grade : stated.grade(),
                diedOn);
    }

    Stream<KpmFacts.Member> facts() {
        return components
                .all()
                .map(span -> new KpmFacts.Member(id, nik.token(), nisn, birthDate, span));
    }
}
