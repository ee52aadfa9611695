package id.pkh.district.recount;

import java.util.List;
import java.util.Set;

/**
 * The expected results for groups and facilitators.
 *
 * @param held group meetings held
 * @param sessions P2K2 sessions held
 * @param notHeld group meetings not held, with the reason
 * @param absences marks of absence without excuse
 * @param lapses facilitator, month and duty with a meeting that was not held
 */
public record ExpectedMeetings(
        Set<GroupMonth> held,
        Set<GroupMonth> sessions,
        Set<NotHeld> notHeld,
        Set<Absence> absences,
        Set<Lapse> lapses,
        List<Escalation> escalations) {

    public record GroupMonth(String group, String month) {}

    public record NotHeld(String group, String month, String reason) {}

    /** Kind is GROUP_MEETING or P2K2. */
    public record Absence(String caretaker, String month, String kind) {}

    public record Lapse(String facilitator, String month, String duty, Set<String> groups) {}
}
