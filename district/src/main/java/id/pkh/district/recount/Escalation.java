package id.pkh.district.recount;

import java.util.Set;

/**
 * A facilitator's lapse that is escalated to a coordinator.
 *
 * @param duty GROUP_MEETING or P2K2
 * @param level COORDINATOR or REGENCY_COORDINATOR
 * @param groups codes of the groups that reached the level
 */
public record Escalation(
        String facilitator, String month, String duty, String level, Set<String> groups) {}
