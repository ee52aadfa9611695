package id.pkh.registry.merge;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.merge.FamilyMerges.MergeRow;
import id.pkh.registry.merge.MergeViews.ActView;
import id.pkh.registry.merge.MergeViews.MergeView;
import id.pkh.registry.merge.MergeViews.MergedFamilyView;
import id.pkh.registry.merge.domain.MergeCodes.ToSettle;
import id.pkh.registry.merge.domain.MergeState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Merges of which one family lies in the caller's areas. */
@ApplicationScoped
class MergeQueries {

    private static final String AREA = "k.village_code";

    private final FamilyMerges merges;
    private final CallerAreas areas;

    MergeQueries(FamilyMerges merges, CallerAreas areas) {
        this.merges = merges;
        this.areas = areas;
    }

    @Transactional
    Page<MergeView> list(UUID kpmId, String village, MergeState state, PageParams page) {
        Conditions which =
                areas.visible(AREA)
                        .andArea(AREA, AreaScope.requested(village))
                        .andIfGiven("k.id = ?", kpmId)
                        .andIfGiven("g.state = ?", state)
                        .andIfGiven(
                                "g.merge_id > ?", page.cursor().map(c -> c.uuid(0)).orElse(null));
        return Page.of(
                merges.list(which, page.limit() + 1),
                page.limit(),
                row -> new Object[] {row.mergeId()},
                row -> view(row, null));
    }

    @Transactional
    MergeView one(UUID id) {
        MergeRow row =
                merges.list(areas.visible(AREA).and("g.merge_id = ?", id), 1).stream()
                        .findFirst()
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        return view(
                row,
                merges.acts(id).stream()
                        .map(
                                act ->
                                        new ActView(
                                                act.actNo(),
                                                act.state(),
                                                act.byPerson(),
                                                act.actedAt()))
                        .toList());
    }

    private static MergeView view(MergeRow row, List<ActView> history) {
        return new MergeView(
                row.mergeId(),
                new MergedFamilyView(
                        row.survivorKpm(), row.survivorStatus(), row.survivorVillage()),
                new MergedFamilyView(row.endedKpm(), row.endedStatus(), row.endedVillage()),
                row.evidence(),
                row.evidenceReference(),
                row.effectiveOn(),
                row.state(),
                row.version(),
                row.rejection(),
                row.proposedBy(),
                row.proposedAt(),
                row.reviewedBy(),
                row.exitProposalId(),
                row.decisionId(),
                toSettle(row),
                history);
    }

    /** What an undo does not bring back by itself, because something changed meanwhile. */
    private static List<ToSettle> toSettle(MergeRow row) {
        List<ToSettle> open = new ArrayList<>();
        if (row.state() == MergeState.UNDONE) {
            if (row.membersLeft()) {
                open.add(ToSettle.MEMBERS_IN_ANOTHER_FAMILY);
            }
            if (row.endedGroup() != null && !row.endedGroup().equals(row.groupNow())) {
                open.add(ToSettle.GROUP_TO_PLACE);
            }
        }
        return open;
    }
}
