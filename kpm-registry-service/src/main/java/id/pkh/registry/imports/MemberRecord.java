package id.pkh.registry.imports;

import id.pkh.registry.enrolment.domain.ComponentSpan;
import id.pkh.registry.enrolment.domain.Sex;
import id.pkh.registry.identity.Sealed;
import java.time.LocalDate;
import java.util.UUID;

/** A row of {@code family_member}. */
record MemberRecord(
        UUID id,
        UUID kpmId,
        Sealed nik,
        byte[] nameCipher,
        LocalDate birthDate,
        Sex sex,
        ComponentSpan component,
        String npsn,
        String nisn,
        String grade) {

    MemberRecord named(byte[] otherNameCipher) {
        return new MemberRecord(
                id, kpmId, nik, otherNameCipher, birthDate, sex, component, npsn, nisn, grade);
    }
}
