package id.pkh.registry.facilitator;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.registry.area.CallerAreas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;

/** Where somebody is missing, in the caller's areas. */
@ApplicationScoped
class StaffingQueries {

    private final EmptyVillages villages;
    private final CoordinatorRows coordinators;
    private final CallerAreas areas;
    private final Clock clock;

    StaffingQueries(
            EmptyVillages villages, CoordinatorRows coordinators, CallerAreas areas, Clock clock) {
        this.villages = villages;
        this.coordinators = coordinators;
        this.areas = areas;
        this.clock = clock;
    }

    @Transactional
    Page<EmptyVillageView> emptyVillages(String village, PageParams page) {
        Conditions which =
                areas.visible("v.code")
                        .andArea("v.code", AreaScope.requested(village))
                        .andIfGiven(
                                "v.code > ?",
                                page.cursor().map(cursor -> cursor.text(0)).orElse(null));
        return Page.of(
                villages.list(which, BusinessDates.today(clock), page.limit() + 1),
                page.limit(),
                row -> new Object[] {row.villageCode()},
                row ->
                        new EmptyVillageView(
                                row.villageCode(), row.since(), row.families(), row.noticedAt()));
    }

    @Transactional
    Page<CoordinatorView> coordinators(String area, LocalDate on, PageParams page) {
        Conditions which =
                areas.visible("c.sub_district")
                        .andArea("c.sub_district", AreaScope.requested(area))
                        .andIfGiven(
                                "c.coordination_id > ?",
                                page.cursor().map(cursor -> cursor.uuid(0)).orElse(null));
        if (on != null) {
            which.and(
                    "(c.sub_district, c.facilitator_id) IN"
                            + " (SELECT sub_district, facilitator_id FROM coordinators_in_charge(?))"
                            + " AND c.counts AND c.valid_from <= ?"
                            + " AND (c.last_day IS NULL OR c.last_day >= ?)",
                    on,
                    on,
                    on);
        }
        return Page.of(
                coordinators.list(which, page.limit() + 1),
                page.limit(),
                row -> new Object[] {row.coordinationId()},
                row -> row);
    }

    @Transactional
    Page<UncoordinatedView> uncoordinated(String area, PageParams page) {
        Conditions which =
                areas.visible("a.village_code")
                        .andArea("a.village_code", AreaScope.requested(area))
                        .andIfGiven(
                                "left(a.village_code, 8) > ?",
                                page.cursor().map(cursor -> cursor.text(0)).orElse(null));
        return Page.of(
                coordinators.uncoordinated(which, BusinessDates.today(clock), page.limit() + 1),
                page.limit(),
                row -> new Object[] {row.subDistrict()},
                row -> row);
    }
}
