package id.pkh.registry.duplicate;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Cursor;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.duplicate.DuplicatePairs.MatchRow;
import id.pkh.registry.duplicate.DuplicatePairs.PairRow;
import id.pkh.registry.duplicate.DuplicateViews.ActView;
import id.pkh.registry.duplicate.DuplicateViews.DuplicateView;
import id.pkh.registry.duplicate.DuplicateViews.FamilyView;
import id.pkh.registry.duplicate.DuplicateViews.MatchView;
import id.pkh.registry.duplicate.domain.PairState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Pairs of which one family lies in the caller's areas. */
@ApplicationScoped
class DuplicateQueries {

    private static final String AREA = "k.village_code";

    private final DuplicatePairs pairs;
    private final CallerAreas areas;

    DuplicateQueries(DuplicatePairs pairs, CallerAreas areas) {
        this.pairs = pairs;
        this.areas = areas;
    }

    @Transactional
    Page<DuplicateView> list(UUID kpmId, String village, PairState state, PageParams page) {
        Conditions which =
                areas.visible(AREA)
                        .andArea(AREA, AreaScope.requested(village))
                        .andIfGiven("k.id = ?", kpmId)
                        .andIfGiven("d.state = ?", state);
        page.cursor().ifPresent(cursor -> behind(which, cursor));
        List<PairRow> rows = pairs.list(which, page.limit() + 1);
        Map<UUID, List<MatchRow>> matches = matches(rows);
        return Page.of(
                rows,
                page.limit(),
                row -> new Object[] {row.points(), row.pairId()},
                row -> view(row, matches, null));
    }

    private static void behind(Conditions which, Cursor cursor) {
        which.and(
                "d.points < ? OR (d.points = ? AND d.pair_id > ?)",
                cursor.number(0),
                cursor.number(0),
                cursor.uuid(1));
    }

    @Transactional
    DuplicateView one(UUID id) {
        List<PairRow> rows = pairs.list(areas.visible(AREA).and("d.pair_id = ?", id), 1);
        PairRow row = rows.stream().findFirst().orElseThrow(() -> Refused.because("NOT_FOUND"));
        return view(
                row,
                matches(rows),
                pairs.acts(id).stream()
                        .map(
                                act ->
                                        new ActView(
                                                act.actNo(),
                                                act.state(),
                                                act.reason(),
                                                act.byPerson(),
                                                act.actedAt()))
                        .toList());
    }

    private Map<UUID, List<MatchRow>> matches(List<PairRow> rows) {
        return pairs.matches(rows.stream().map(PairRow::pairId).toList()).stream()
                .collect(Collectors.groupingBy(MatchRow::pairId));
    }

    private static DuplicateView view(
            PairRow row, Map<UUID, List<MatchRow>> matches, List<ActView> history) {
        return new DuplicateView(
                row.pairId(),
                List.of(
                        new FamilyView(row.firstKpm(), row.firstStatus(), row.firstVillage()),
                        new FamilyView(row.secondKpm(), row.secondStatus(), row.secondVillage())),
                row.sameAccount(),
                matches.getOrDefault(row.pairId(), List.of()).stream()
                        .map(DuplicateQueries::view)
                        .toList(),
                row.points(),
                row.state(),
                row.version(),
                row.foundAt(),
                row.reason(),
                row.decidedBy(),
                row.decidedAt(),
                history);
    }

    private static MatchView view(MatchRow match) {
        return new MatchView(
                match.firstMember(),
                match.secondMember(),
                match.name(),
                match.birth(),
                match.nik(),
                match.samePupilNumber(),
                match.distance(),
                match.points());
    }
}
