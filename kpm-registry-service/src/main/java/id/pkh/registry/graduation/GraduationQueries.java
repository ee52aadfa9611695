package id.pkh.registry.graduation;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.graduation.GraduationViews.ActView;
import id.pkh.registry.graduation.GraduationViews.GraduationView;
import id.pkh.registry.graduation.GraduationViews.ReadinessView;
import id.pkh.registry.graduation.Graduations.GraduationRow;
import id.pkh.registry.graduation.ReadyFamilies.FactsRow;
import id.pkh.registry.graduation.domain.GraduationPolicy;
import id.pkh.registry.graduation.domain.GraduationState;
import id.pkh.registry.graduation.domain.Readiness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Who may be ready in the caller's areas, and how far proposals are. */
@ApplicationScoped
class GraduationQueries {

    private static final String AREA = "k.village_code";

    private final Graduations graduations;
    private final ReadyFamilies families;
    private final GraduationPolicies policies;
    private final CallerAreas areas;
    private final Clock clock;

    GraduationQueries(
            Graduations graduations,
            ReadyFamilies families,
            GraduationPolicies policies,
            CallerAreas areas,
            Clock clock) {
        this.graduations = graduations;
        this.families = families;
        this.policies = policies;
        this.areas = areas;
        this.clock = clock;
    }

    @Transactional
    Page<ReadinessView> ready(String village, PageParams page) {
        LocalDate today = BusinessDates.on(clock.instant());
        GraduationPolicy policy = policies.on(today);
        Conditions which =
                areas.visible(AREA)
                        .andArea(AREA, AreaScope.requested(village))
                        .andIfGiven("k.id > ?", after(page));
        return Page.of(
                families.list(which, policy, today, page.limit() + 1),
                page.limit(),
                row -> new Object[] {row.kpmId()},
                row -> view(row, policy, today));
    }

    @Transactional
    Page<GraduationView> list(UUID kpmId, String village, GraduationState state, PageParams page) {
        Conditions which =
                areas.visible(AREA)
                        .andArea(AREA, AreaScope.requested(village))
                        .andIfGiven("g.kpm_id = ?", kpmId)
                        .andIfGiven("g.state = ?", state)
                        .andIfGiven("g.graduation_id > ?", after(page));
        return Page.of(
                graduations.list(which, page.limit() + 1),
                page.limit(),
                row -> new Object[] {row.graduationId()},
                row -> view(row, null));
    }

    @Transactional
    GraduationView one(UUID id) {
        GraduationRow row =
                graduations.list(areas.visible(AREA).and("g.graduation_id = ?", id), 1).stream()
                        .findFirst()
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        return view(
                row,
                graduations.acts(id).stream()
                        .map(
                                act ->
                                        new ActView(
                                                act.actNo(),
                                                act.state(),
                                                act.byPerson(),
                                                act.actedAt()))
                        .toList());
    }

    private static UUID after(PageParams page) {
        return page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    }

    private static ReadinessView view(FactsRow row, GraduationPolicy policy, LocalDate today) {
        return new ReadinessView(
                row.kpmId(),
                row.villageCode(),
                row.groupCode(),
                Readiness.of(row.facts(), policy, today),
                row.memberSince(),
                row.lastComponentUntil(),
                row.incomeImprovedOn(),
                row.incomeVisitId(),
                row.graduationId());
    }

    private static GraduationView view(GraduationRow row, List<ActView> history) {
        return new GraduationView(
                row.graduationId(),
                row.kpmId(),
                row.villageCode(),
                row.type(),
                row.reason(),
                row.welfareCategory(),
                row.ppse(),
                row.yearJoined(),
                row.householdSize(),
                row.visitId(),
                row.effectiveOn(),
                row.policyCode(),
                row.state(),
                row.version(),
                row.rejection(),
                row.proposedBy(),
                row.proposedAt(),
                row.reviewedBy(),
                row.exitProposalId(),
                row.decisionId(),
                history);
    }
}
