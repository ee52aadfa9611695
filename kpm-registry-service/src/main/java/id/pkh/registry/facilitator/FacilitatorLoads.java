package id.pkh.registry.facilitator;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.registry.area.CallerAreas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Families for each facilitator, beside what the policy says. In the overlap of a hand-over they
 * count for the successor.
 */
@ApplicationScoped
class FacilitatorLoads {

    /** The page is found first, so that only its villages are counted. */
    private static final String LOADS =
            """
            SELECT a.facilitator_id, f.code, count(*)::int AS villages,
                   sum((SELECT count(*) FROM kpm k WHERE k.village_code = a.village_code
                           AND k.status IN ('ACTIVE', 'SUSPENDED')))::int AS families
              FROM facilitators_in_charge(:today) a JOIN facilitator f ON f.id = a.facilitator_id
             WHERE a.facilitator_id IN (
                   SELECT DISTINCT a.facilitator_id FROM facilitators_in_charge(:today) a
                    WHERE %1$s AND a.facilitator_id > :after ORDER BY a.facilitator_id LIMIT :limit)
               AND %1$s
             GROUP BY a.facilitator_id, f.code ORDER BY a.facilitator_id
            """;

    private final Database database;
    private final FacilitatorPolicies policies;
    private final CallerAreas areas;
    private final Clock clock;

    FacilitatorLoads(
            Database database, FacilitatorPolicies policies, CallerAreas areas, Clock clock) {
        this.database = database;
        this.policies = policies;
        this.areas = areas;
        this.clock = clock;
    }

    /** What one facilitator has. */
    record Load(UUID facilitatorId, String code, int villages, int families) {}

    @Transactional
    Page<LoadView> list(String village, PageParams page) {
        LocalDate today = BusinessDates.today(clock);
        int target = policies.on(today).familiesPerFacilitator();
        Conditions visible =
                areas.visible("a.village_code")
                        .andArea("a.village_code", AreaScope.requested(village));
        UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(new UUID(0, 0));
        return Page.of(
                database.queryWithFreshPlan(
                        LOADS.formatted(visible.sql()),
                        q ->
                                q.bindMap(visible.values())
                                        .bind("today", today)
                                        .bind("after", after)
                                        .bind("limit", page.limit() + 1)
                                        .map(database.rowsAs(Load.class))
                                        .list()),
                page.limit(),
                load -> new Object[] {load.facilitatorId()},
                load ->
                        new LoadView(
                                load.facilitatorId(),
                                load.code(),
                                load.villages(),
                                load.families(),
                                target,
                                load.families() - target));
    }
}
