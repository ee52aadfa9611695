package id.pkh.registry.family;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.Nik;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.FormerMember;
import id.pkh.registry.family.domain.Member;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.NameTokens;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.identity.domain.PersonName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes under which tokens persons are found by name: in the transaction of every change of a
 * name, a birth date or a village, because {@link FamilyWrites} calls it.
 */
@ApplicationScoped
public class NameIndex {

    private static final String NEW_ROWS = "person_name_index (member_id, key_id, tokens)";

    private static final String REPLACE =
            "INSERT INTO person_name_index (member_id, key_id, tokens)"
                    + " VALUES (:member, :key, :tokens::integer[])"
                    + " ON CONFLICT (member_id) DO UPDATE"
                    + " SET key_id = excluded.key_id, tokens = excluded.tokens";

    private static final String NEXT =
            "SELECT id FROM family_member WHERE id > :after ORDER BY id LIMIT :limit";

    /** Nobody changes a name meanwhile, because a change locks the family. */
    private static final String STORED =
            "SELECT m.id, m.nik_cipher, m.name_cipher, m.birth_date, k.village_code"
                    + " FROM kpm k JOIN family_member m ON m.kpm_id = k.id WHERE m.id = ANY (:members)"
                    + " AND NOT EXISTS (SELECT FROM person_name_index i"
                    + " WHERE i.member_id = m.id AND i.key_id = :key)"
                    + " ORDER BY k.id FOR SHARE OF k";

    private static final int SUB_DISTRICT_CHARS = 8;

    private final Database database;
    private final Identities identities;
    private final NameTokens tokens;

    NameIndex(Database database, Identities identities, NameTokens tokens) {
        this.database = database;
        this.identities = identities;
        this.tokens = tokens;
    }

    /** The id of the key under which persons are written. */
    public int keyId() {
        return tokens.keyId();
    }

    /** Under what a person is found. */
    private record Row(UUID memberId, List<Integer> tokens) {}

    /** A person as stored. */
    public record Stored(
            UUID id,
            byte[] nikCipher,
            byte[] nameCipher,
            LocalDate birthDate,
            String villageCode) {}

    void write(Collection<Family> families, Instant now) {
        LocalDate today = BusinessDates.on(now);
        database.copy(
                NEW_ROWS,
                families.stream()
                        .flatMap(one -> one.addedMembers().stream().map(m -> row(one, m, today)))
                        .toList(),
                (fields, row) ->
                        fields.uuid(row.memberId())
                                .number(tokens.keyId())
                                .text(literal(row.tokens())));
        replace(
                families.stream()
                        .filter(family -> !family.isNew())
                        .flatMap(one -> known(one).map(member -> row(one, member, today)))
                        .toList());
    }

    private static Stream<Member> known(Family family) {
        if (!family.isInAnotherArea(SUB_DISTRICT_CHARS)) {
            return family.correctedMembers().stream();
        }
        Collection<Member> added = family.addedMembers();
        return Stream.concat(
                family.members().stream().filter(member -> !added.contains(member)),
                family.formerMembers().stream().map(FormerMember::member));
    }

    private Row row(Family family, Member member, LocalDate today) {
        return row(
                new Stored(
                        member.id(),
                        member.nik().cipher(),
                        member.name().cipher(),
                        member.birthDate(),
                        family.details().villageCode()),
                today);
    }

    private Row row(Stored person, LocalDate today) {
        return new Row(
                person.id(),
                tokens.ofPerson(
                        PersonName.of(identities.open(PersonalField.NAME, person.nameCipher())),
                        bornOn(person, today),
                        person.villageCode()));
    }

    private LocalDate bornOn(Stored person, LocalDate today) {
        return person.birthDate() != null
                ? person.birthDate()
                : Nik.youngestBirthDate(
                        identities.open(PersonalField.NIK, person.nikCipher()), today);
    }

    private void replace(List<Row> rows) {
        database.batch(
                REPLACE,
                rows,
                (batch, row) ->
                        batch.bind("member", row.memberId())
                                .bind("key", tokens.keyId())
                                .bind("tokens", SqlArrays.numbers(row.tokens())));
    }

    private static String literal(List<Integer> tokens) {
        return tokens.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    /** The next persons on record, in the order of their ids. */
    public List<UUID> next(UUID after, int limit) {
        return database.query(
                NEXT, q -> q.bind("after", after).bind("limit", limit).mapTo(UUID.class).list());
    }

    /** Writes those of the persons who are not in the index under the present key. */
    public void index(List<UUID> members, Instant now) {
        LocalDate today = BusinessDates.on(now);
        replace(
                database
                        .query(
                                STORED,
                                q ->
                                        q.bind("members", SqlArrays.uuids(members))
                                                .bind("key", tokens.keyId())
                                                .map(database.rowsAs(Stored.class))
                                                .list())
                        .stream()
                        .map(person -> row(person, today))
                        .toList());
    }
}
