package id.pkh.registry.duplicate;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.Nik;
import id.pkh.registry.duplicate.domain.ComparedPerson;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.identity.domain.PersonName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Persons as a comparison sees them: those who live, in families that are in the programme. */
@ApplicationScoped
class PersonsToCompare {

    /** Statuses of families that have left, as {@code KpmStatus.isFinal} has them. */
    static final String LEFT = "('INELIGIBLE', 'GRADUATED', 'MOVED', 'DECEASED', 'TERMINATED')";

    private static final int PUPIL_DIGITS = 10;

    private static final String SELECT =
            "SELECT m.id AS member_id, m.kpm_id, k.village_code, m.nik_cipher, m.nik_token,"
                    + " m.name_cipher, m.birth_date, m.nisn"
                    + " FROM family_member m JOIN kpm k ON k.id = m.kpm_id"
                    + " WHERE %s = ANY (:ids) AND m.former_since IS NULL AND m.died_on IS NULL"
                    + " AND k.status NOT IN "
                    + LEFT
                    + " ORDER BY m.id";

    private final Database database;
    private final Identities identities;

    PersonsToCompare(Database database, Identities identities) {
        this.database = database;
        this.identities = identities;
    }

    /** A person as stored. */
    public record Stored(
            UUID memberId,
            UUID kpmId,
            String villageCode,
            byte[] nikCipher,
            String nikToken,
            byte[] nameCipher,
            LocalDate birthDate,
            String nisn) {

        /** A corrected name is encrypted again, so its ciphertext differs; it shows nothing. */
        private String stamp() {
            return "%s %s %s %s"
                    .formatted(nikToken, HexFormat.of().formatHex(nameCipher), birthDate, nisn);
        }
    }

    List<ComparedPerson> ofFamilies(Collection<UUID> families, LocalDate today) {
        return read("m.kpm_id", families, today);
    }

    List<ComparedPerson> of(Collection<UUID> members, LocalDate today) {
        return members.isEmpty() ? List.of() : read("m.id", members, today);
    }

    private List<ComparedPerson> read(String column, Collection<UUID> ids, LocalDate today) {
        return database
                .query(
                        SELECT.formatted(column),
                        q ->
                                q.bind("ids", SqlArrays.uuids(ids))
                                        .map(database.rowsAs(Stored.class))
                                        .list())
                .stream()
                .map(person -> opened(person, today))
                .toList();
    }

    private ComparedPerson opened(Stored person, LocalDate today) {
        String nik = identities.open(PersonalField.NIK, person.nikCipher());
        return new ComparedPerson(
                person.memberId(),
                person.kpmId(),
                person.villageCode(),
                nik,
                PersonName.of(identities.open(PersonalField.NAME, person.nameCipher())),
                person.birthDate() == null ? Nik.youngestBirthDate(nik, today) : person.birthDate(),
                padded(person.nisn()),
                person.stamp());
    }

    /** Lists drop the zeros in front. */
    private static String padded(String nisn) {
        return nisn == null ? null : "0".repeat(PUPIL_DIGITS - nisn.length()) + nisn;
    }
}
