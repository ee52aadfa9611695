package id.pkh.meeting.monthclose;

import id.pkh.contracts.meeting.MeetingMonthClosed;
import id.pkh.contracts.meeting.MeetingNotHeld;
import id.pkh.meeting.duty.ResponsibleFacilitators;
import id.pkh.meeting.family.GroupFamilies;
import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.meeting.ExplainMonth;
import id.pkh.meeting.meeting.domain.MeetingKind;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Closes a month for some groups: publishes whether each group met, and the reason for those that
 * did not.
 */
@ApplicationScoped
class CloseGroups {

    private final Database database;
    private final GroupFamilies families;
    private final ResponsibleFacilitators facilitators;
    private final ExplainMonth explainMonth;
    private final Outbox outbox;

    CloseGroups(
            Database database,
            GroupFamilies families,
            ResponsibleFacilitators facilitators,
            ExplainMonth explainMonth,
            Outbox outbox) {
        this.database = database;
        this.families = families;
        this.facilitators = facilitators;
        this.explainMonth = explainMonth;
        this.outbox = outbox;
    }

    /** The number of groups that held the meetings that were due. */
    record Closed(int held, int notHeld, int p2k2Held) {}

    private record Facts(
            Map<String, List<UUID>> owed,
            Map<String, UUID> responsible,
            Set<UUID> met,
            Set<UUID> learnt) {}

    Closed close(ClosingEntity closing, List<GroupEntity> groups, Instant now) {
        YearMonth month = closing.yearMonth();
        Facts facts = facts(groups, month);
        List<GroupEntity> notMet =
                groups.stream().filter(group -> !facts.met().contains(group.id())).toList();
        Map<UUID, MeetingNotHeld> notHeld =
                explainMonth.handle(notMet, month, facts.responsible(), facts.owed(), now);
        List<Sequenced> events = new ArrayList<>();
        for (GroupEntity group : groups) {
            if (notHeld.containsKey(group.id())) {
                events.add(new Sequenced(notHeld.get(group.id()), group.nextVersion()));
            }
            events.add(
                    new Sequenced(
                            new MeetingMonthClosed(
                                    group.id(),
                                    group.code(),
                                    group.villageCode(),
                                    month,
                                    facts.met().contains(group.id()),
                                    facts.learnt().contains(group.id()),
                                    BusinessDates.on(now),
                                    now),
                            group.nextVersion()));
        }
        save(closing, groups, facts, now);
        outbox.appendAll(events);
        return new Closed(groups.size() - notMet.size(), notMet.size(), facts.learnt().size());
    }

    private Facts facts(List<GroupEntity> groups, YearMonth month) {
        List<String> codes = groups.stream().map(GroupEntity::code).toList();
        LocalDate end = month.atEndOfMonth();
        Map<MeetingKind, Set<UUID>> held = held(groups, month);
        return new Facts(
                families.owedMeetings(codes, end),
                facilitators.ofWhole(month, groups.stream().map(GroupEntity::villageCode).toList()),
                held.getOrDefault(MeetingKind.GROUP_MEETING, Set.of()),
                held.getOrDefault(MeetingKind.P2K2, Set.of()));
    }

    /** A meeting that a group held. */
    private record Held(UUID groupId, MeetingKind kind) {}

    private Map<MeetingKind, Set<UUID>> held(List<GroupEntity> groups, YearMonth month) {
        return database
                .query(
                        "SELECT DISTINCT group_id, kind FROM meeting WHERE group_id = ANY (:groups)"
                                + " AND month = :month AND makes_up IS NULL AND taken_back_at IS NULL",
                        q ->
                                q.bind("groups", SqlArrays.uuids(groups, GroupEntity::id))
                                        .bind("month", month)
                                        .map(database.rowsAs(Held.class))
                                        .list())
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Held::kind, Collectors.mapping(Held::groupId, Collectors.toSet())));
    }

    private void save(ClosingEntity closing, List<GroupEntity> groups, Facts facts, Instant now) {
        database.update(
                "INSERT INTO group_month (group_id, month, facilitator_id, closing_id, closed_at)"
                        + " SELECT group_id, :month, facilitator_id, :closing, :now"
                        + " FROM unnest(:groups, :facilitators) AS closed (group_id, facilitator_id)",
                u ->
                        u.bind("month", closing.month)
                                .bind("closing", closing.id)
                                .bind("now", now)
                                .bind("groups", SqlArrays.uuids(groups, GroupEntity::id))
                                .bind(
                                        "facilitators",
                                        SqlArrays.uuids(
                                                groups,
                                                group ->
                                                        facts.responsible()
                                                                .get(group.villageCode()))));
    }
}
