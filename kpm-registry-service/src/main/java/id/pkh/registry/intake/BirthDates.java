package id.pkh.registry.intake;

import id.pkh.platform.security.Nik;
import id.pkh.registry.family.domain.Member;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** The birth date of a person, or the latest one that the person's NIK can mean. */
@ApplicationScoped
public class BirthDates {

    private final Identities identities;

    BirthDates(Identities identities) {
        this.identities = identities;
    }

    public LocalDate latestOf(Member member, LocalDate today) {
        return member.birthDate() != null
                ? member.birthDate()
                : Nik.youngestBirthDate(
                        identities.open(PersonalField.NIK, member.nik().cipher()), today);
    }

    public static LocalDate latestOf(PersonDraft draft, LocalDate today) {
        return draft.birthDate() != null
                ? draft.birthDate()
                : Nik.youngestBirthDate(draft.nik(), today);
    }
}
