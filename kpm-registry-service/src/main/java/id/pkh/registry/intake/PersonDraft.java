package id.pkh.registry.intake;

import id.pkh.registry.family.domain.ComponentSpan;
import id.pkh.registry.family.domain.Sex;
import java.time.LocalDate;

/**
 * A person as read from a row or a request; each value has been validated.
 *
 * @param birthDate null when it is not stated
 * @param component null for a caretaker without one
 */
public record PersonDraft(
        String nik,
        String name,
        LocalDate birthDate,
        Sex sex,
        ComponentSpan component,
        String nisn,
        String grade) {

    /** A person for whom a list gives only NIK and name. */
    public static PersonDraft known(String nik, String name) {
        return new PersonDraft(nik, name, null, FieldReader.sexOf(nik), null, null, null);
    }
}
