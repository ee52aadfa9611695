package id.pkh.meeting.duty;

import id.pkh.meeting.Database;
import id.pkh.meeting.duty.domain.Duty;
import id.pkh.meeting.duty.domain.GroupMonth;
import id.pkh.meeting.duty.domain.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The closed months of the groups that facilitators were responsible for. A month that is exempt
 * for the group meeting is exempt for P2K2 as well: a flood spares neither.
 */
@ApplicationScoped
class DutyFacts {

    private final Database database;

    DutyFacts(Database database) {
        this.database = database;
    }

    /**
     * All closed months of every group that one of them was responsible for in that month or later.
     */
    Map<Duty, List<GroupMonth>> of(Collection<UUID> facilitatorIds, YearMonth from) {
        Map<Duty, List<GroupMonth>> facts = new EnumMap<>(Duty.class);
        for (Duty duty : Duty.values()) {
            facts.put(duty, new ArrayList<>());
        }
        database.query(
                "SELECT c.group_id, c.month, c.facilitator_id, g.id IS NOT NULL AS meeting_held,"
                        + " p.id IS NOT NULL AS p2k2_held, coalesce(n.attribution, 'FACILITATOR') AS attribution"
                        + " FROM group_month c"
                        + " LEFT JOIN meeting g ON g.group_id = c.group_id AND g.month = c.month"
                        + " AND g.kind = 'GROUP_MEETING'"
                        + " LEFT JOIN meeting p ON p.group_id = c.group_id AND p.month = c.month AND p.kind = 'P2K2'"
                        + " LEFT JOIN not_held n ON n.group_id = c.group_id AND n.month = c.month"
                        + " AND n.superseded_at IS NULL"
                        + " WHERE c.group_id IN (SELECT group_id FROM group_month WHERE facilitator_id = ANY (?)"
                        + " AND month >= ?)",
                row -> {
                    UUID group = row.getObject("group_id", UUID.class);
                    YearMonth month = Database.monthOf(row, "month");
                    UUID facilitator = row.getObject("facilitator_id", UUID.class);
                    boolean blamed =
                            facilitator != null
                                    && row.getString("attribution").equals("FACILITATOR");
                    add(
                            facts,
                            Duty.GROUP_MEETING,
                            group,
                            month,
                            facilitator,
                            outcome(row.getBoolean("meeting_held"), blamed));
                    add(
                            facts,
                            Duty.P2K2,
                            group,
                            month,
                            facilitator,
                            outcome(row.getBoolean("p2k2_held"), blamed));
                    return null;
                },
                Database.uuids(facilitatorIds),
                from);
        return facts;
    }

    private static Outcome outcome(boolean held, boolean blamed) {
        if (held) {
            return Outcome.HELD;
        }
        return blamed ? Outcome.LAPSED : Outcome.EXEMPT;
    }

    private static void add(
            Map<Duty, List<GroupMonth>> facts,
            Duty duty,
            UUID group,
            YearMonth month,
            UUID facilitator,
            Outcome outcome) {
        facts.get(duty).add(new GroupMonth(group, month, facilitator, outcome));
    }
}
