package id.pkh.registry.duplicate;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.registry.duplicate.domain.ComparedPerson;
import id.pkh.registry.duplicate.domain.FamilyDistance;
import id.pkh.registry.duplicate.domain.FamilyPair;
import id.pkh.registry.duplicate.domain.NikLikeness;
import id.pkh.registry.duplicate.domain.Suspicion;
import id.pkh.registry.duplicate.domain.Suspicion.Match;
import id.pkh.registry.finding.domain.BirthLikeness;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.NameTokens;
import id.pkh.registry.identity.PersonalField;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds families that are alike. Indexes give each person a few candidates, so the work grows with
 * the number of persons and not with that of pairs: persons with a part of the name and a near day
 * of birth in the regency, persons with a NIK that is written nearly like it, pupils with the same
 * number, and families with the same account.
 */
@ApplicationScoped
class FindAlike {

    /** In one regency, and born on one of these days: more of them have a frequent default date. */
    private static final int MAX_CANDIDATES = 300;

    private static final String BY_NAME =
            "SELECT i.member_id FROM person_name_index i JOIN family_member m ON m.id = i.member_id"
                    + " JOIN kpm k ON k.id = m.kpm_id"
                    + " WHERE i.tokens && :wanted::integer[] AND m.kpm_id <> :family"
                    + " AND left(k.village_code, length(:regency)) = :regency"
                    + " ORDER BY cardinality(ARRAY(SELECT unnest(i.tokens)"
                    + " INTERSECT SELECT unnest(:wanted::integer[]))) DESC, i.member_id LIMIT "
                    + MAX_CANDIDATES;

    private static final String BY_NIK =
            "SELECT nik_token, id FROM family_member"
                    + " WHERE nik_token = ANY (:tokens) AND former_since IS NULL";

    private static final String BY_PUPIL_NUMBER =
            "SELECT lpad(nisn, 10, '0') AS pupil, id FROM family_member WHERE nisn IS NOT NULL"
                    + " AND former_since IS NULL AND lpad(nisn, 10, '0') = ANY (:pupils)";

    private static final String BY_ACCOUNT =
            "SELECT one.id AS one, other.id AS other, one.account_token AS account FROM kpm one"
                    + " JOIN kpm other ON other.account_token = one.account_token AND other.id <> one.id"
                    + " WHERE one.id = ANY (:families) AND one.status NOT IN "
                    + PersonsToCompare.LEFT
                    + " AND other.status NOT IN "
                    + PersonsToCompare.LEFT;

    private final Database database;
    private final PersonsToCompare persons;
    private final Identities identities;
    private final NameTokens tokens;

    FindAlike(
            Database database, PersonsToCompare persons, Identities identities, NameTokens tokens) {
        this.database = database;
        this.persons = persons;
        this.identities = identities;
        this.tokens = tokens;
    }

    /** Two families with one account. */
    public record Account(UUID one, UUID other, String account) {

        FamilyPair pair() {
            return FamilyPair.of(one, other);
        }
    }

    /**
     * Everything that is suspected about these families.
     *
     * @param known members of families with which they were compared before; they are compared
     *     again, also if no index gives them any more
     */
    List<Suspicion> of(Collection<UUID> families, Collection<UUID> known, LocalDate today) {
        List<ComparedPerson> subjects = persons.ofFamilies(families, today);
        Map<ComparedPerson, Set<UUID>> candidates = candidates(subjects);
        Set<UUID> all = new HashSet<>(known);
        candidates.values().forEach(all::addAll);
        Map<UUID, ComparedPerson> others =
                persons.of(all, today).stream()
                        .collect(Collectors.toMap(ComparedPerson::memberId, Function.identity()));
        Map<FamilyPair, Set<Match>> matches = new TreeMap<>(FamilyPair.ORDER);
        candidates.forEach(
                (subject, found) ->
                        Stream.concat(found.stream(), known.stream())
                                .distinct()
                                .map(others::get)
                                .filter(other -> other != null)
                                .filter(other -> !other.kpmId().equals(subject.kpmId()))
                                .flatMap(other -> Match.of(subject, other).stream())
                                .forEach(match -> add(matches, match)));
        return suspicions(matches, accounts(families));
    }

    private static void add(Map<FamilyPair, Set<Match>> matches, Match match) {
        matches.computeIfAbsent(match.pair(), pair -> new HashSet<>()).add(match);
    }

    private static List<Suspicion> suspicions(
            Map<FamilyPair, Set<Match>> matches, Map<FamilyPair, String> accounts) {
        Set<FamilyPair> pairs = new HashSet<>(matches.keySet());
        pairs.addAll(accounts.keySet());
        return pairs.stream()
                .sorted(FamilyPair.ORDER)
                .map(
                        pair ->
                                new Suspicion(
                                        pair,
                                        accounts.get(pair),
                                        List.copyOf(matches.getOrDefault(pair, Set.of()))))
                .toList();
    }

    private Map<ComparedPerson, Set<UUID>> candidates(List<ComparedPerson> subjects) {
        Map<String, UUID> byNik = withNearNik(subjects);
        Map<String, List<UUID>> byPupil = withPupilNumber(subjects);
        Map<ComparedPerson, Set<UUID>> candidates = new HashMap<>();
        for (ComparedPerson subject : subjects) {
            Set<UUID> found = new HashSet<>(withName(subject));
            nearTokens(subject).filter(byNik::containsKey).map(byNik::get).forEach(found::add);
            found.addAll(byPupil.getOrDefault(subject.pupilNumber(), List.of()));
            candidates.put(subject, found);
        }
        return candidates;
    }

    private List<UUID> withName(ComparedPerson person) {
        List<Integer> wanted =
                tokens.wanted(person.name(), BirthLikeness.daysNear(person.born()), List.of());
        return database.queryWithFreshPlan(
                BY_NAME,
                q ->
                        q.bind("wanted", SqlArrays.numbers(wanted))
                                .bind("family", person.kpmId())
                                .bind(
                                        "regency",
                                        FamilyDistance.REGENCY.areaOf(person.villageCode()))
                                .mapTo(UUID.class)
                                .list());
    }

    private Map<String, UUID> withNearNik(List<ComparedPerson> subjects) {
        List<String> near = subjects.stream().flatMap(this::nearTokens).distinct().toList();
        return database.query(
                BY_NIK,
                q ->
                        q.bind("tokens", SqlArrays.texts(near))
                                .reduceRows(
                                        new HashMap<>(),
                                        (found, row) -> {
                                            found.put(
                                                    row.getColumn("nik_token", String.class),
                                                    row.getColumn("id", UUID.class));
                                            return found;
                                        }));
    }

    private Stream<String> nearTokens(ComparedPerson person) {
        return NikLikeness.near(person.nik()).stream()
                .map(nik -> identities.tokenOf(PersonalField.NIK, nik));
    }

    private Map<String, List<UUID>> withPupilNumber(List<ComparedPerson> subjects) {
        List<String> pupils =
                subjects.stream()
                        .map(ComparedPerson::pupilNumber)
                        .filter(number -> number != null)
                        .toList();
        return database.query(
                BY_PUPIL_NUMBER,
                q ->
                        q.bind("pupils", SqlArrays.texts(pupils))
                                .reduceRows(
                                        new HashMap<>(),
                                        (found, row) -> {
                                            found.computeIfAbsent(
                                                            row.getColumn("pupil", String.class),
                                                            pupil -> new ArrayList<>())
                                                    .add(row.getColumn("id", UUID.class));
                                            return found;
                                        }));
    }

    private Map<FamilyPair, String> accounts(Collection<UUID> families) {
        return database
                .query(
                        BY_ACCOUNT,
                        q ->
                                q.bind("families", SqlArrays.uuids(families))
                                        .map(database.rowsAs(Account.class))
                                        .list())
                .stream()
                .collect(Collectors.toMap(Account::pair, Account::account, (one, same) -> one));
    }
}
