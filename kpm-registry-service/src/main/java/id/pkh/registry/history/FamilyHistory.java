package id.pkh.registry.history;

import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.family.Families;
import id.pkh.registry.history.FamilyAsOfView.AspectAsOf;
import id.pkh.registry.history.FamilyAsOfView.MemberAsOf;
import id.pkh.registry.history.FamilyChangeView.DifferenceView;
import id.pkh.registry.history.domain.AsOf;
import id.pkh.registry.history.domain.Aspect;
import id.pkh.registry.history.domain.FamilyVersion;
import id.pkh.registry.history.domain.FamilyVersion.PersonThen;
import id.pkh.registry.history.domain.FamilyVersion.SpanThen;
import id.pkh.registry.history.domain.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A family as it was: on which day, and as it was known when. Whoever may see the family now may
 * see its past, in ids and codes.
 */
@ApplicationScoped
public class FamilyHistory {

    private static final ZoneId ZONE = BusinessDates.ZONE;

    private final Families families;
    private final FamilyVersions versions;
    private final CallerAreas areas;
    private final Clock clock;

    FamilyHistory(Families families, FamilyVersions versions, CallerAreas areas, Clock clock) {
        this.families = families;
        this.versions = versions;
        this.areas = areas;
        this.clock = clock;
    }

    /** Null means today. */
    @Transactional
    FamilyAsOfView asOf(UUID kpmId, LocalDate validOn, LocalDate knownOn) {
        requireVisible(kpmId);
        LocalDate today = BusinessDates.on(clock.instant());
        LocalDate day = validOn == null ? today : validOn;
        LocalDate known = knownOn == null ? today : knownOn;
        Instant end = known.plusDays(1).atStartOfDay(ZONE).toInstant();
        List<FamilyVersion> then =
                versions.all(kpmId).stream().filter(one -> one.recordedAt().isBefore(end)).toList();
        AsOf village = on(then, Aspect.VILLAGE, day);
        return new FamilyAsOfView(
                kpmId,
                day,
                known,
                AspectAsOf.of(village),
                AspectAsOf.of(on(then, Aspect.GROUP, day)),
                AspectAsOf.of(on(then, Aspect.BANK, day)),
                AspectAsOf.of(on(then, Aspect.CARETAKER, day)),
                AspectAsOf.of(
                        new Timeline(versions.statuses(kpmId), ZONE).knownBefore(end).on(day)),
                village instanceof AsOf.Known there
                        ? versions.facilitatorsOf(there.fact().value(), day)
                        : List.of(),
                members(then, day));
    }

    private static AsOf on(List<FamilyVersion> then, Aspect aspect, LocalDate day) {
        return FamilyVersion.timeline(then, aspect, ZONE).on(day);
    }

    private static List<MemberAsOf> members(List<FamilyVersion> then, LocalDate day) {
        if (then.isEmpty()) {
            return List.of();
        }
        return then.get(then.size() - 1).persons().stream()
                .filter(person -> person.left() == null || person.left().isAfter(day))
                .flatMap(
                        person ->
                                member(
                                        person,
                                        FamilyVersion.membership(then, person.id(), ZONE).on(day),
                                        day))
                .toList();
    }

    private static Stream<MemberAsOf> member(PersonThen person, AsOf joined, LocalDate day) {
        if (joined instanceof AsOf.NotYet) {
            return Stream.empty();
        }
        Optional<SpanThen> carried =
                person.spans().stream().filter(span -> span.isCarriedOn(day)).findFirst();
        return Stream.of(
                new MemberAsOf(
                        person.id(),
                        joined instanceof AsOf.Known known ? known.fact().since() : null,
                        joined instanceof AsOf.NotKnownBefore unknown ? unknown.day() : null,
                        person.died() == null || person.died().isAfter(day) ? null : person.died(),
                        carried.map(SpanThen::component).orElse(null),
                        carried.map(SpanThen::since).orElse(null),
                        carried.map(SpanThen::until).orElse(null),
                        carried.map(SpanThen::school).orElse(null)));
    }

    /** The latest change first. */
    @Transactional
    Page<FamilyChangeView> changes(UUID kpmId, PageParams page) {
        requireVisible(kpmId);
        long below = page.cursor().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        // one more tells whether there is another page, and what stood before the last one
        return Page.of(
                views(versions.latest(kpmId, below, page.limit() + 1)),
                page.limit(),
                view -> new Object[] {view.version()},
                view -> view);
    }

    /** What changed after a version, the latest first, for a caller who has read that version. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<FamilyChangeView> since(UUID kpmId, long version, int atMost) {
        return views(versions.latest(kpmId, Long.MAX_VALUE, atMost + 1)).stream()
                .filter(change -> change.version() > version)
                .limit(atMost)
                .toList();
    }

    private void requireVisible(UUID kpmId) {
        areas.require(
                families.find(kpmId)
                        .orElseThrow(() -> Refused.because("NOT_FOUND"))
                        .details()
                        .villageCode());
    }

    private static List<FamilyChangeView> views(List<VersionRecord> latestFirst) {
        List<FamilyChangeView> views = new ArrayList<>();
        for (int i = 0; i < latestFirst.size(); i++) {
            Optional<FamilyVersion> before =
                    i + 1 < latestFirst.size()
                            ? Optional.of(latestFirst.get(i + 1).stood())
                            : Optional.empty();
            views.add(view(latestFirst.get(i), before));
        }
        return views;
    }

    private static FamilyChangeView view(VersionRecord made, Optional<FamilyVersion> before) {
        Stream<DifferenceView> status =
                made.newStatus() == null
                        ? Stream.empty()
                        : Stream.of(
                                new DifferenceView(
                                        Aspect.STATUS.name(),
                                        null,
                                        made.oldStatus(),
                                        made.newStatus()));
        Stream<DifferenceView> others =
                made.stood().differencesFrom(before).stream()
                        .map(
                                one ->
                                        new DifferenceView(
                                                one.what(),
                                                one.memberId(),
                                                one.from(),
                                                one.becomes()));
        return new FamilyChangeView(
                made.stood().version(),
                made.stood().effectiveOn(),
                made.stood().recordedAt(),
                made.changedBy(),
                made.reason(),
                made.decisionId(),
                made.updateId(),
                made.evidenceKind(),
                made.evidenceOn(),
                made.fileId(),
                made.line(),
                Stream.concat(status, others).toList());
    }
}
