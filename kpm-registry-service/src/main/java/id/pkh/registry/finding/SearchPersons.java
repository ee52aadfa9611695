package id.pkh.registry.finding;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Nik;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.finding.LookUps.LookUp;
import id.pkh.registry.finding.domain.PersonMatch;
import id.pkh.registry.identity.Disclosure;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.NameTokens;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.identity.Reveals;
import id.pkh.registry.identity.domain.PersonName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Finds persons by name. The index gives candidates who share a part of the name; what is shown, in
 * which order and why follows from their names themselves, so a token that belongs to another name
 * by chance shows nothing.
 */
@ApplicationScoped
class SearchPersons {

    private static final int MAX_CANDIDATES = 500;
    private static final int MAX_PERSONS = 50;

    private static final String CANDIDATES =
            "SELECT m.id AS member_id, k.id AS kpm_id, k.status, k.village_code,"
                    + " m.id = k.caretaker_member_id AS caretaker, m.former_since, m.name_cipher,"
                    + " m.nik_cipher, m.birth_date"
                    + " FROM person_name_index i JOIN family_member m ON m.id = i.member_id"
                    + " JOIN kpm k ON k.id = m.kpm_id WHERE i.tokens && :wanted::integer[] AND %s"
                    + " ORDER BY cardinality(ARRAY(SELECT unnest(i.tokens)"
                    + " INTERSECT SELECT unnest(:wanted::integer[]))) DESC, m.id LIMIT "
                    + (MAX_CANDIDATES + 1);

    private static final Comparator<Found> MOST_ALIKE_FIRST =
            Comparator.comparingInt((Found found) -> -found.match().points())
                    .thenComparing(found -> found.person().memberId());

    private final Database database;
    private final Identities identities;
    private final NameTokens tokens;
    private final LookUps lookUps;
    private final LookUpLimits limits;
    private final Reveals reveals;
    private final CallerAreas areas;
    private final Caller caller;
    private final Clock clock;

    SearchPersons(
            Database database,
            Identities identities,
            NameTokens tokens,
            LookUps lookUps,
            LookUpLimits limits,
            Reveals reveals,
            CallerAreas areas,
            Caller caller,
            Clock clock) {
        this.database = database;
        this.identities = identities;
        this.tokens = tokens;
        this.lookUps = lookUps;
        this.limits = limits;
        this.reveals = reveals;
        this.areas = areas;
        this.caller = caller;
        this.clock = clock;
    }

    /** A person as stored. */
    public record Candidate(
            UUID memberId,
            UUID kpmId,
            KpmStatus status,
            String villageCode,
            boolean caretaker,
            LocalDate formerSince,
            byte[] nameCipher,
            byte[] nikCipher,
            LocalDate birthDate) {}

    private record Found(Candidate person, String name, PersonMatch match) {}

    @Transactional
    SearchAnswer handle(SearchRequest request) {
        PersonName asked = request.readName();
        LookUp lookUp =
                new LookUp(
                        UuidCreator.getTimeOrderedEpoch(),
                        caller.subject(),
                        KeyKind.NAME,
                        Disclosure.purposeOf(request.purpose()),
                        clock.instant());
        limits.requireSearchesLeft(caller, lookUp.at());
        List<Candidate> candidates = candidates(asked, request);
        LocalDate today = BusinessDates.on(lookUp.at());
        List<Found> found =
                candidates.stream()
                        .map(person -> compared(asked, person, request, today))
                        .filter(one -> one.match().isShown())
                        .sorted(MOST_ALIKE_FIRST)
                        .toList();
        List<Found> shown = found.stream().limit(MAX_PERSONS).toList();
        log(lookUp, shown);
        Disclosure disclosure = Disclosure.masked(caller);
        return new SearchAnswer(
                lookUp.id(),
                shown.stream().map(one -> view(one, disclosure)).toList(),
                found.size() > MAX_PERSONS || candidates.size() > MAX_CANDIDATES);
    }

    private List<Candidate> candidates(PersonName asked, SearchRequest request) {
        Conditions visible = areas.visible("k.village_code");
        List<Integer> wanted = tokens.wanted(asked, request.days(), request.places());
        return database.query(
                CANDIDATES.formatted(visible.sql()),
                q ->
                        q.bindMap(visible.values())
                                .bind("wanted", SqlArrays.numbers(wanted))
                                .map(database.rowsAs(Candidate.class))
                                .list());
    }

    private Found compared(
            PersonName asked, Candidate person, SearchRequest request, LocalDate today) {
        String name = identities.open(PersonalField.NAME, person.nameCipher());
        return new Found(
                person,
                name,
                PersonMatch.of(
                        asked,
                        PersonName.of(name),
                        request.birthOf(bornOn(person, today)),
                        request.placeOf(person.villageCode())));
    }

    private LocalDate bornOn(Candidate person, LocalDate today) {
        return person.birthDate() != null
                ? person.birthDate()
                : Nik.youngestBirthDate(
                        identities.open(PersonalField.NIK, person.nikCipher()), today);
    }

    private void log(LookUp lookUp, List<Found> shown) {
        List<UUID> families = shown.stream().map(one -> one.person().kpmId()).distinct().toList();
        lookUps.add(lookUp, families);
        reveals.log(families, lookUp.kind().field(), new Disclosure(true, lookUp.purpose()));
    }

    private static FoundPersonView view(Found found, Disclosure disclosure) {
        Candidate person = found.person();
        PersonMatch match = found.match();
        return new FoundPersonView(
                person.memberId(),
                person.kpmId(),
                person.status(),
                person.villageCode(),
                person.caretaker(),
                person.formerSince(),
                disclosure.names() ? found.name() : null,
                disclosure.names() ? person.birthDate() : null,
                match.points(),
                match.exactParts(),
                match.nearParts(),
                match.askedParts(),
                match.recordedParts(),
                match.birth(),
                match.place());
    }
}
