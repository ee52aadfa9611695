package id.pkh.meeting.plan;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.meeting.meeting.domain.MeetingKind;
import id.pkh.meeting.plan.PlanRows.New;
import id.pkh.meeting.plan.PlannedVillages.PlannedGroup;
import id.pkh.meeting.plan.PlannedVillages.School;
import id.pkh.meeting.plan.domain.ClinicVisits;
import id.pkh.meeting.plan.domain.ClinicVisits.Visit;
import id.pkh.meeting.plan.domain.PlanKind;
import id.pkh.meeting.plan.domain.PlanPolicy;
import id.pkh.meeting.plan.domain.Slot;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Plans what is missing in the villages of one facilitator. What is there already stays, whoever
 * planned or moved it, so the same call again changes nothing.
 */
@ApplicationScoped
class PlanFacilitator {

    static final String BY = "system";

    /** A clinic that has sent no form of the quarters of a year is not known any more. */
    private static final int MONTHS_OF_FORMS = 12;

    private final PlannedVillages villages;
    private final PlanRows rows;
    private final Database database;
    private final Clock clock;

    PlanFacilitator(PlannedVillages villages, PlanRows rows, Database database, Clock clock) {
        this.villages = villages;
        this.rows = rows;
        this.database = database;
        this.clock = clock;
    }

    /** A month in which a group held a meeting of a kind. */
    private record Held(UUID groupId, MeetingKind kind, YearMonth month) {}

    void handle(List<String> own, PlanPolicy policy, LocalDate today) {
        if (own.isEmpty() || policy.monthsAhead() == 0) {
            return;
        }
        YearMonth first = YearMonth.from(today);
        List<PlannedGroup> groups = villages.groups(own, today);
        Draft draft =
                new Draft(
                        policy,
                        today,
                        rows.since(own, PlanKind.firstOfQuarter(first).atDay(1)),
                        held(groups, first));
        for (int ahead = 0; ahead <= policy.monthsAhead(); ahead++) {
            YearMonth month = first.plusMonths(ahead);
            for (PlanKind kind : List.of(PlanKind.GROUP_MEETING, PlanKind.P2K2)) {
                groups.forEach(group -> draft.meeting(kind, group, month));
            }
            draft.once(PlanKind.REPORT_DAY, own.get(0), PlanSubject.NONE, month);
            if (policy.isVisitMonth(month)) {
                for (School school : villages.schools(own)) {
                    draft.once(
                            PlanKind.SCHOOL_VISIT,
                            school.villageCode(),
                            PlanSubject.school(school.schoolId()),
                            month);
                }
                clinicVisits(own, draft, month);
            }
        }
        rows.add(draft.missing, clock.instant(), BY);
    }

    private void clinicVisits(List<String> own, Draft draft, YearMonth month) {
        LocalDate quarter = PlanKind.firstOfQuarter(month).atDay(1);
        for (Visit visit :
                ClinicVisits.of(
                        villages.withClinicVisits(own),
                        villages.attendances(own, quarter.minusMonths(MONTHS_OF_FORMS)),
                        draft.visitedWithoutClinic(quarter))) {
            if (visit.clinic() == null) {
                draft.perVillage(PlanKind.CLINIC_VISIT, visit.village(), month);
            } else {
                draft.once(
                        PlanKind.CLINIC_VISIT,
                        visit.village(),
                        PlanSubject.clinic(visit.clinic(), visit.families()),
                        month);
            }
        }
    }

    private Set<Held> held(List<PlannedGroup> groups, YearMonth from) {
        return database.query(
                "SELECT DISTINCT group_id, kind, month FROM meeting WHERE group_id = ANY (:groups)"
                        + " AND month >= :from AND makes_up IS NULL AND taken_back_at IS NULL",
                q ->
                        q.bind("groups", SqlArrays.uuids(groups, PlannedGroup::id))
                                .bind("from", from)
                                .map(database.rowsAs(Held.class))
                                .set());
    }

    /** What is missing, and the hours that are taken meanwhile. */
    private static final class Draft {

        private final PlanPolicy policy;
        private final LocalDate today;
        private final List<PlanItem> known;
        private final Set<Held> held;
        private final Set<Slot> taken;
        private final List<New> missing = new ArrayList<>();

        Draft(PlanPolicy policy, LocalDate today, List<PlanItem> known, Set<Held> held) {
            this.policy = policy;
            this.today = today;
            this.known = known;
            this.held = held;
            this.taken =
                    known.stream()
                            .filter(item -> !item.cancelled())
                            .map(PlanItem::slot)
                            .collect(Collectors.toCollection(HashSet::new));
        }

        void meeting(PlanKind kind, PlannedGroup group, YearMonth month) {
            LocalDate period = month.atDay(1);
            boolean isThere =
                    held.contains(new Held(group.id(), MeetingKind.valueOf(kind.name()), month))
                            || known.stream()
                                    .anyMatch(
                                            item ->
                                                    item.kind() == kind
                                                            && group.id().equals(item.groupId())
                                                            && item.period().equals(period));
            if (!isThere) {
                add(kind, group.villageCode(), PlanSubject.group(group.id()), month);
            }
        }

        /** Once for all villages of the facilitator. */
        void once(PlanKind kind, String village, PlanSubject subject, YearMonth month) {
            LocalDate period = kind.periodOf(month.atDay(1));
            if (known.stream()
                    .noneMatch(
                            item ->
                                    item.kind() == kind
                                            && Objects.equals(item.schoolId(), subject.schoolId())
                                            && Objects.equals(
                                                    item.clinicCode(), subject.clinicCode())
                                            && item.period().equals(period))) {
                add(kind, village, subject, month);
            }
        }

        void perVillage(PlanKind kind, String village, YearMonth month) {
            LocalDate period = kind.periodOf(month.atDay(1));
            if (known.stream()
                    .noneMatch(
                            item ->
                                    item.kind() == kind
                                            && item.villageCode().equals(village)
                                            && item.period().equals(period))) {
                add(kind, village, PlanSubject.NONE, month);
            }
        }

        /** Villages whose clinic visit of the quarter is planned, and names no clinic. */
        Set<String> visitedWithoutClinic(LocalDate quarter) {
            return known.stream()
                    .filter(item -> item.kind() == PlanKind.CLINIC_VISIT)
                    .filter(item -> item.clinicCode() == null && item.period().equals(quarter))
                    .map(PlanItem::villageCode)
                    .collect(Collectors.toSet());
        }

        /** Nothing is planned for today: nobody could be told any more. */
        private void add(PlanKind kind, String village, PlanSubject subject, YearMonth month) {
            LocalDate earliest =
                    today.isBefore(month.atDay(1)) ? month.atDay(1) : today.plusDays(1);
            policy.slots()
                    .next(policy.dayOf(kind, month), earliest, month.atEndOfMonth(), taken)
                    .ifPresent(
                            slot -> {
                                taken.add(slot);
                                missing.add(
                                        new New(
                                                UuidCreator.getTimeOrderedEpoch(),
                                                kind,
                                                village,
                                                subject,
                                                slot.day(),
                                                slot.at(),
                                                null));
                            });
        }
    }
}
