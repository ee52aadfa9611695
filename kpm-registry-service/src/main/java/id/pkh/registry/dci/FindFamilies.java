package id.pkh.registry.dci;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.Caller;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.family.Families;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.Member;
import id.pkh.registry.finding.FoundFamilyView;
import id.pkh.registry.finding.LookUpFamilies;
import id.pkh.registry.identity.Disclosure;
import id.pkh.registry.identity.Reveals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds what a query means, within the areas of the caller. A person's number goes through the
 * look-ups of this registry, with their log, their limits and their scope.
 */
@ApplicationScoped
class FindFamilies {

    /** A token with this scope sees names, birth dates and numbers. */
    static final String IDENTITIES = "dci.identities";

    private static final String REVEALED = "names,nik,family_card";

    private final Database database;
    private final Families families;
    private final LookUpFamilies lookUpFamilies;
    private final Reveals reveals;
    private final CallerAreas areas;
    private final Caller caller;

    FindFamilies(
            Database database,
            Families families,
            LookUpFamilies lookUpFamilies,
            Reveals reveals,
            CallerAreas areas,
            Caller caller) {
        this.database = database;
        this.families = families;
        this.lookUpFamilies = lookUpFamilies;
        this.reveals = reveals;
        this.areas = areas;
        this.caller = caller;
    }

    /**
     * A family, and who of it was searched.
     *
     * @param member null when the family itself was searched
     */
    record Found(Family family, Member member) {}

    /**
     * What was found: of a list the part that is wanted, otherwise all.
     *
     * @param total of the list
     * @param disclosure what may be shown of it
     */
    record Part(List<Found> found, int total, Disclosure disclosure) {}

    /** Which part of a list is wanted. */
    record Window(int size, int number, boolean isDescending) {

        <T> List<T> of(List<T> all) {
            long first = (long) size * (number - 1);
            return first >= all.size()
                    ? List.of()
                    : all.subList((int) first, (int) Math.min(all.size(), first + size));
        }
    }

    /**
     * @param purpose as it was stated, or null
     */
    @Transactional
    Part find(SearchQuery query, String purpose, Window window) {
        Disclosure disclosure =
                caller.hasScope(IDENTITIES)
                        ? new Disclosure(true, Disclosure.purposeOf(purpose))
                        : Disclosure.masked(caller);
        Part part =
                query.isList()
                        ? listed(query, window, disclosure)
                        : single(query, purpose, disclosure);
        if (disclosure.identifiers()) {
            reveals.log(
                    part.found().stream().map(one -> one.family().id()).distinct().toList(),
                    REVEALED,
                    disclosure);
        }
        return part;
    }

    private Part single(SearchQuery query, String purpose, Disclosure disclosure) {
        List<Found> found =
                (query.nothing() ? List.<Found>of() : searched(query, purpose))
                        .stream().filter(one -> isWanted(one.family(), query)).toList();
        return new Part(found, found.size(), disclosure);
    }

    private List<Found> searched(SearchQuery query, String purpose) {
        if (query.key() == null) {
            return families.find(query.familyId()).stream()
                    .filter(family -> areas.cover(family.details().villageCode()))
                    .map(family -> new Found(family, null))
                    .toList();
        }
        // a person who has joined another family is found there
        List<FoundFamilyView> views =
                lookUpFamilies.handle(query.key(), purpose).items().stream()
                        .filter(view -> view.formerSince() == null)
                        .toList();
        Map<UUID, Family> byId = byId(views.stream().map(FoundFamilyView::kpmId).toList());
        return views.stream()
                .map(view -> found(byId.get(view.kpmId()), view.memberId()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Found found(Family family, UUID memberId) {
        if (family == null || memberId == null) {
            return family == null ? null : new Found(family, null);
        }
        return family.member(memberId).map(member -> new Found(family, member)).orElse(null);
    }

    private static boolean isWanted(Family family, SearchQuery query) {
        String village = family.details().villageCode();
        boolean isThere =
                query.location() == null
                        || village.equals(query.location())
                        || village.startsWith(query.location() + ".");
        return isThere
                && (query.familyId() == null || family.id().equals(query.familyId()))
                && (query.statuses().isEmpty() || query.statuses().contains(family.status()));
    }

    private Part listed(SearchQuery query, Window window, Disclosure disclosure) {
        Conditions which = areas.visible("village_code").andArea("village_code", query.location());
        if (!query.statuses().isEmpty()) {
            which.and(
                    "status = ANY (?)",
                    SqlArrays.codes(List.copyOf(query.statuses()), status -> status));
        }
        int total =
                database.query(
                        "SELECT count(*) FROM kpm WHERE " + which.sql(),
                        q -> q.bindMap(which.values()).mapTo(Integer.class).one());
        List<UUID> ids =
                database.query(
                        "SELECT id FROM kpm WHERE %s ORDER BY id %s OFFSET :first LIMIT :size"
                                .formatted(which.sql(), window.isDescending() ? "DESC" : "ASC"),
                        q ->
                                q.bindMap(which.values())
                                        .bind("first", (long) window.size() * (window.number() - 1))
                                        .bind("size", window.size())
                                        .mapTo(UUID.class)
                                        .list());
        Map<UUID, Family> byId = byId(ids);
        return new Part(
                ids.stream().map(id -> new Found(byId.get(id), null)).toList(), total, disclosure);
    }

    private Map<UUID, Family> byId(List<UUID> ids) {
        List<UUID> distinct = ids.stream().distinct().toList();
        return distinct.isEmpty()
                ? Map.of()
                : families
                        .list(
                                new Conditions().and("id = ANY (?)", SqlArrays.uuids(distinct)),
                                distinct.size())
                        .stream()
                        .collect(Collectors.toMap(Family::id, Function.identity()));
    }
}
