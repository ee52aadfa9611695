package id.pkh.meeting.plan;

import id.pkh.contracts.Event;
import id.pkh.contracts.meeting.MeetingCancelled;
import id.pkh.contracts.meeting.MeetingPlanned;
import id.pkh.contracts.meeting.MeetingReplanned;
import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.group.Groups;
import id.pkh.meeting.plan.domain.PlanNotice;
import id.pkh.meeting.plan.domain.PlanPolicy;
import id.pkh.meeting.plan.domain.PlanState;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Publishes what groups are to know of their plan. A plan months ahead is announced some days
 * before its day and not when it is made, so that a plan that moves meanwhile costs nobody a
 * message.
 */
@ApplicationScoped
class TellGroups {

    private final Groups groups;
    private final Database database;
    private final Outbox outbox;
    private final Clock clock;

    TellGroups(Groups groups, Database database, Outbox outbox, Clock clock) {
        this.groups = groups;
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Due(PlanItem item, PlanNotice notice) {}

    /** Invitations and reminders that are due today. */
    void announce(List<PlanItem> items, PlanPolicy policy, LocalDate today) {
        List<Due> due = unchanged(dueOf(items, policy, today));
        Map<UUID, GroupEntity> locked =
                groups
                        .lock(due.stream().map(each -> each.item().groupId()).distinct().toList())
                        .stream()
                        .collect(Collectors.toMap(GroupEntity::id, Function.identity()));
        List<Sequenced> events = new ArrayList<>();
        for (Due each : due) {
            GroupEntity group = locked.get(each.item().groupId());
            events.add(new Sequenced(planned(each, group, today), group.nextVersion()));
        }
        GroupEntity.flush();
        outbox.appendAll(events);
        mark(due, policy, today);
    }

    private static List<Due> dueOf(List<PlanItem> items, PlanPolicy policy, LocalDate today) {
        return items.stream()
                .filter(item -> item.kind().concernsGroup())
                .filter(item -> item.state(today) == PlanState.PLANNED)
                .map(
                        item ->
                                new Due(
                                        item,
                                        policy.notice(
                                                item.plannedFor(),
                                                today,
                                                item.isInvited(),
                                                item.isReminded())))
                .filter(each -> each.notice() != PlanNotice.NONE)
                .toList();
    }

    /**
     * Locked before their groups, as a person who moves one of them does. What was moved since it
     * was read is announced by the next run, with its new day.
     */
    private List<Due> unchanged(List<Due> due) {
        Map<UUID, Integer> versions =
                database
                        .query(
                                "SELECT id, version FROM plan_item WHERE id = ANY (:ids) ORDER BY id FOR UPDATE",
                                q ->
                                        q.bind(
                                                        "ids",
                                                        SqlArrays.uuids(
                                                                due, each -> each.item().id()))
                                                .map(database.rowsAs(Current.class))
                                                .list())
                        .stream()
                        .collect(Collectors.toMap(Current::id, Current::version));
        return due.stream()
                .filter(each -> versions.get(each.item().id()) == each.item().version())
                .toList();
    }

    private record Current(UUID id, int version) {}

    private void mark(List<Due> due, PlanPolicy policy, LocalDate today) {
        database.update(
                "UPDATE plan_item p SET invited_version = p.version,"
                        + " reminded_version = CASE WHEN n.reminded THEN p.version END"
                        + " FROM unnest(:ids, :reminded) AS n (id, reminded) WHERE p.id = n.id",
                u ->
                        u.bind("ids", SqlArrays.uuids(due, each -> each.item().id()))
                                .bind(
                                        "reminded",
                                        SqlArrays.flags(
                                                due,
                                                each ->
                                                        each.notice() == PlanNotice.REMINDER
                                                                || PlanNotice.alsoReminds(
                                                                        each.item().plannedFor(),
                                                                        today,
                                                                        policy.remindDays()))));
    }

    private Event planned(Due due, GroupEntity group, LocalDate today) {
        PlanItem item = due.item();
        return new MeetingPlanned(
                item.id(),
                group.id(),
                group.code(),
                group.villageCode(),
                item.kind().name(),
                due.notice().name(),
                item.plannedFor(),
                item.startsAt().toString(),
                item.cycleCode(),
                today,
                clock.instant());
    }

    /** What was announced moves; what was not is announced in time anyway. */
    void moved(PlanItem before, LocalDate plannedFor, LocalTime startsAt) {
        Instant now = clock.instant();
        publish(
                before,
                group ->
                        new MeetingReplanned(
                                before.id(),
                                group.id(),
                                group.code(),
                                group.villageCode(),
                                before.kind().name(),
                                before.plannedFor(),
                                plannedFor,
                                startsAt.toString(),
                                BusinessDates.on(now),
                                now));
    }

    void cancelled(PlanItem item) {
        Instant now = clock.instant();
        publish(
                item,
                group ->
                        new MeetingCancelled(
                                item.id(),
                                group.id(),
                                group.code(),
                                group.villageCode(),
                                item.kind().name(),
                                item.plannedFor(),
                                item.startsAt().toString(),
                                BusinessDates.on(now),
                                now));
    }

    private void publish(PlanItem item, Function<GroupEntity, Event> event) {
        if (item.kind().concernsGroup() && item.isInvited()) {
            GroupEntity group = groups.lock(item.groupId());
            outbox.append(event.apply(group), group.nextVersion());
        }
    }
}
