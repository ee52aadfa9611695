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
                "SELECT c.group_id, c.month, c.facilitator_id, g.id IS NOT NULL AS meeting_held,"
                        + " p.id IS NOT NULL AS p2k2_held, coalesce(n.attribution, 'FACILITATOR') AS attribution"
                        + " FROM group_month c"
                        + " LEFT JOIN meeting g ON g.group_id = c.group_id AND g.month = c.month"
                        + " AND g.kind = 'GROUP_MEETING'"
                        + " LEFT JOIN meeting p ON p.group_id = c.group_id AND p.month = c.month AND p.kind = 'P2K2'"
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
