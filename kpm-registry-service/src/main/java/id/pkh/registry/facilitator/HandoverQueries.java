package id.pkh.registry.facilitator;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Language;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.work.WorkItemView;
import id.pkh.platform.work.WorkPages;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.facilitator.domain.HandoverState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Hand-overs of the caller's areas, and what is open in their villages. */
@ApplicationScoped
class HandoverQueries {

    private static final String AREA = "r.village_code";

    private final HandoverRows handovers;
    private final WorkPages work;
    private final CallerAreas areas;
    private final Clock clock;

    HandoverQueries(HandoverRows handovers, WorkPages work, CallerAreas areas, Clock clock) {
        this.handovers = handovers;
        this.work = work;
        this.areas = areas;
        this.clock = clock;
    }

    /** The filters of a list; null selects all. */
    record Filter(String village, UUID facilitatorId, HandoverState state) {}

    @Transactional
    Page<HandoverView> list(Filter filter, PageParams page) {
        Conditions which =
                areas.visible(AREA)
                        .andArea(AREA, AreaScope.requested(filter.village()))
                        .andIfGiven(
                                "r.id > ?",
                                page.cursor().map(cursor -> cursor.uuid(0)).orElse(null));
        if (filter.facilitatorId() != null) {
            which.and(
                    "r.facilitator_id = ? OR r.successor_id = ?",
                    filter.facilitatorId(),
                    filter.facilitatorId());
        }
        if (filter.state() != null) {
            handovers.only(filter.state(), which);
        }
        LocalDate today = BusinessDates.today(clock);
        return Page.of(
                handovers.list(which, page.limit() + 1),
                page.limit(),
                row -> new Object[] {row.id()},
                row -> row.viewOn(today));
    }

    @Transactional
    HandoverView one(UUID id) {
        return row(id).viewOn(BusinessDates.today(clock));
    }

    @Transactional
    HandoverPlanView plan(List<UUID> ids) {
        return new HandoverPlanView(ids.stream().map(this::one).toList());
    }

    /** A hand-over of other areas does not exist for the caller. */
    @Transactional(Transactional.TxType.MANDATORY)
    HandoverRows.Row row(UUID id) {
        HandoverRows.Row row = handovers.find(id).orElseThrow(() -> Refused.because("NOT_FOUND"));
        areas.require(row.villageCode());
        return row;
    }

    @Transactional
    Page<WorkItemView> openCases(UUID id, PageParams page, Language language) {
        return work.everythingIn(row(id).villageCode(), page, language);
    }
}
