package id.pkh.registry.family.domain;

import id.pkh.registry.identity.domain.Sealed;
import java.time.LocalDate;

/**
 * The statement of a request or a row about a person. A value that it does not state is null, and
 * the recorded value is kept.
 *
 * @param sex as the NIK states it, so it never changes
 */
public record Person(
        Sealed nik,
        Sealed name,
        LocalDate birthDate,
        Sex sex,
        ComponentSpan component,
        String nisn,
        String grade) {}
