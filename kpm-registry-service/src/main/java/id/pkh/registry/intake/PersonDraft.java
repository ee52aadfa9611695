package id.pkh.registry.intake;

import id.pkh.registry.enrolment.domain.ComponentSpan;
import id.pkh.registry.enrolment.domain.Sex;
import java.time.LocalDate;

/**
 * A person as read from a row or a request, checked by itself.
 *
 * @param birthDate null when the source does not tell it
 * @param component null for a caretaker without one
 */
public record PersonDraft(
        String nik,
        String name,
        LocalDate birthDate,
        Sex sex,
        ComponentSpan component,
        String npsn,
        String nisn,
        String grade) {

    /** Somebody of whom a list gives only NIK and name. */
    public static PersonDraft known(String nik, String name) {
        return new PersonDraft(nik, name, null, Reading.sexOf(nik), null, null, null, null);
    }
}
