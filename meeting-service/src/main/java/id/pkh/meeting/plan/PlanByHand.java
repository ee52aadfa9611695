package id.pkh.meeting.plan;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.meeting.plan.PlanRows.New;
import id.pkh.meeting.plan.PlannedVillages.PlannedGroup;
import id.pkh.meeting.plan.domain.PlanKind;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Plans what only people know of: a visit to a family, and the day on which an area withdraws. */
@ApplicationScoped
class PlanByHand {

    /** Why a family is visited, in the words of the registry's home visits. */
    static final Set<String> PURPOSES =
            Set.of("INITIAL_TRACING", "DATA", "COMMITMENT", "COMPLAINT", "GRADUATION", "NOTICE");

    private static final int MAX_GROUPS = 2_000;

    private final PlanRows rows;
    private final PlanTimes times;
    private final PlannedVillages villages;
    private final Database database;
    private final Clock clock;

    PlanByHand(
            PlanRows rows,
            PlanTimes times,
            PlannedVillages villages,
            Database database,
            Clock clock) {
        this.rows = rows;
        this.times = times;
        this.villages = villages;
        this.database = database;
        this.clock = clock;
    }

    /** The item, and whether it is new. */
    record Planned(UUID itemId, boolean isNew) {}

    /** The same visit again is recognised: a family is visited once a day. */
    @Transactional
    Planned homeVisit(HomeVisitRequest request, AreaScope areas, String by) {
        String village =
                database.query(
                                "SELECT village_code FROM family WHERE kpm_id = :kpm FOR UPDATE",
                                q -> q.bind("kpm", request.kpmId()).mapTo(String.class).findOne())
                        .filter(areas::covers)
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        if (!PURPOSES.contains(request.purpose())) {
            throw Refused.because("PURPOSE_UNKNOWN").with("purpose", request.purpose());
        }
        times.refuseUnlessAhead(request.plannedFor());
        UUID known = knownVisit(request);
        if (known != null) {
            return new Planned(known, false);
        }
        LocalTime at = PlanTimes.parse(request.startsAt());
        times.refuseOverlap(village, request.plannedFor(), at, null);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        rows.add(
                List.of(
                        new New(
                                id,
                                PlanKind.HOME_VISIT,
                                village,
                                PlanSubject.family(request.kpmId(), request.purpose()),
                                request.plannedFor(),
                                at,
                                null)),
                clock.instant(),
                by);
        return new Planned(id, true);
    }

    private UUID knownVisit(HomeVisitRequest request) {
        return database.query(
                "SELECT id FROM plan_item WHERE kpm_id = :kpm AND planned_for = :day AND NOT cancelled",
                q ->
                        q.bind("kpm", request.kpmId())
                                .bind("day", request.plannedFor())
                                .mapTo(UUID.class)
                                .findOne()
                                .orElse(null));
    }

    /**
     * One item for each group of the area, all at the same hour: the facilitator is where the money
     * is paid. A group that has a withdrawal day on that day keeps it.
     *
     * @return how many groups got the day now
     */
    @Transactional
    int withdrawalDay(WithdrawalDayRequest request, AreaScope areas, String by) {
        areas.require(request.areaCode());
        times.refuseUnlessAhead(request.plannedFor());
        List<PlannedGroup> groups =
                villages.groups(villagesOf(request.areaCode()), request.plannedFor());
        if (groups.isEmpty()) {
            throw Refused.because("AREA_WITHOUT_GROUPS").with("area_code", request.areaCode());
        }
        if (groups.size() > MAX_GROUPS) {
            throw Refused.because("PLAN_AREA_TOO_LARGE").with("max_groups", MAX_GROUPS);
        }
        LocalTime at = PlanTimes.parse(request.startsAt());
        Set<UUID> known = withWithdrawalDay(request.plannedFor());
        List<New> items = new ArrayList<>();
        for (PlannedGroup group : groups) {
            if (!known.contains(group.id())) {
                items.add(
                        new New(
                                UuidCreator.getTimeOrderedEpoch(),
                                PlanKind.WITHDRAWAL_DAY,
                                group.villageCode(),
                                PlanSubject.withdrawal(group.id(), request.cycleCode()),
                                request.plannedFor(),
                                at,
                                PlanTimes.place(request.place())));
            }
        }
        return rows.add(items, clock.instant(), by).size();
    }

    private List<String> villagesOf(String areaCode) {
        Conditions where = new Conditions().andArea("village_code", areaCode);
        return database.query(
                "SELECT DISTINCT village_code FROM kpm_group WHERE "
                        + where.sql()
                        + " ORDER BY village_code",
                q -> q.bindMap(where.values()).mapTo(String.class).list());
    }

    private Set<UUID> withWithdrawalDay(LocalDate day) {
        return new HashSet<>(
                database.query(
                        "SELECT group_id FROM plan_item WHERE kind = 'WITHDRAWAL_DAY' AND planned_for = :day"
                                + " AND NOT cancelled",
                        q -> q.bind("day", day).mapTo(UUID.class).list()));
    }
}
