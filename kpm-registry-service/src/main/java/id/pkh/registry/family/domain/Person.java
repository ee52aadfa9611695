package id.pkh.registry.family.domain;

import id.pkh.registry.identity.domain.Sealed;
import java.time.LocalDate;

/**
 * What a request or a row states about a person. Whatever it does not state is null and stays as it
 * is on record.
 *
 * @param sex as the NIK says, so it never changes
 */
public record Person(
        Sealed nik,
        Sealed name,
        LocalDate birthDate,
        Sex sex,
        ComponentSpan component,
        String nisn,
        String grade) {}
