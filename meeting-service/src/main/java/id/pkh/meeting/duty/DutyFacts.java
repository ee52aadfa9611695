package id.pkh.meeting.duty;

import id.pkh.meeting.duty.domain.Duty;
import id.pkh.meeting.duty.domain.DutyOutcome;
import id.pkh.meeting.duty.domain.GroupMonth;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The closed months of the groups for which facilitators were responsible. A month that is exempt
 * for the group meeting is exempt for P2K2 as well, because a flood prevents both.
 */
@ApplicationScoped
class DutyFacts {

    /** What makes up for a session of another month is not the meeting that was due. */
    private static final String HELD =
            " EXISTS (SELECT FROM meeting m WHERE m.group_id = c.group_id AND m.month = c.month"
                    + " AND m.kind = '%s' AND m.makes_up IS NULL AND m.taken_back_at IS NULL)";

    private final Database database;

    DutyFacts(Database database) {
        this.database = database;
    }

    /**
     * All closed months of every group for which one of them was responsible in that month or
     * later.
     */
    Map<Duty, List<GroupMonth>> of(Collection<UUID> facilitatorIds, YearMonth from) {
        Map<Duty, List<GroupMonth>> facts = new EnumMap<>(Duty.class);
        for (Duty duty : Duty.values()) {
            facts.put(duty, new ArrayList<>());
        }
        for (ClosedGroup closed : closedGroups(facilitatorIds, from)) {
            facts.get(Duty.GROUP_MEETING).add(closed.outcome(closed.meetingHeld()));
            facts.get(Duty.P2K2).add(closed.outcome(closed.p2k2Held()));
        }
        return facts;
    }

    private List<ClosedGroup> closedGroups(Collection<UUID> facilitatorIds, YearMonth from) {
        return database.query(
                "SELECT c.group_id, c.month, c.facilitator_id,"
                        + HELD.formatted("GROUP_MEETING")
                        + " AS meeting_held,"
                        + HELD.formatted("P2K2")
                        + " AS p2k2_held, coalesce(n.attribution, 'FACILITATOR') AS attribution"
                        + " FROM group_month c"
                        + " LEFT JOIN not_held n ON n.group_id = c.group_id AND n.month = c.month"
                        + " AND n.superseded_at IS NULL"
                        + " WHERE c.group_id IN (SELECT group_id FROM group_month"
                        + " WHERE facilitator_id = ANY (:facilitators) AND month >= :from)",
                q ->
                        q.bind("facilitators", SqlArrays.uuids(facilitatorIds))
                                .bind("from", from)
                                .map(database.rowsAs(ClosedGroup.class))
                                .list());
    }

    /** A closed month of a group. */
    private record ClosedGroup(
            UUID groupId,
            YearMonth month,
            UUID facilitatorId,
            boolean meetingHeld,
            boolean p2k2Held,
            String attribution) {

        GroupMonth outcome(boolean held) {
            boolean lapsed = facilitatorId != null && attribution.equals("FACILITATOR");
            DutyOutcome notHeld = lapsed ? DutyOutcome.LAPSED : DutyOutcome.EXEMPT;
            return new GroupMonth(groupId, month, facilitatorId, held ? DutyOutcome.HELD : notHeld);
        }
    }
}
