package id.pkh.meeting.grouping.domain;

import id.pkh.meeting.group.domain.GroupSize;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;

/**
 * The groups that the machine proposes for the families of a village that have none. It knows the
 * village of a family and nothing nearer, so neighbours in the order of the register stay together.
 *
 * <p>Enough families for a group form new groups of equal size. Fewer join the smallest groups of
 * the village that have room, and where there is none they form a group of their own.
 */
public final class ProposedGroups {

    private ProposedGroups() {}

    /** A group of the village with its number of families. */
    public record Existing(String groupCode, int families) {}

    /**
     * @param waiting families without a group, in the order of the register
     * @param freeCodes codes for new groups, in order
     * @return the families of each group; a group that gets none is left out. Families for which no
     *     code is free are left out too.
     */
    public static Map<String, List<UUID>> of(
            List<UUID> waiting, List<Existing> groups, List<String> freeCodes, GroupSize size) {
        Map<String, List<UUID>> proposed = new LinkedHashMap<>();
        List<UUID> left = waiting;
        if (waiting.size() < size.minFamilies()) {
            left = join(waiting, groups, size, proposed);
        }
        form(left, freeCodes, size, proposed);
        return proposed;
    }

    /** Each family joins the group that is the smallest then; returns those who find no room. */
    private static List<UUID> join(
            List<UUID> waiting,
            List<Existing> groups,
            GroupSize size,
            Map<String, List<UUID>> proposed) {
        PriorityQueue<Existing> smallest =
                new PriorityQueue<>(
                        Comparator.comparingInt(Existing::families)
                                .thenComparing(Existing::groupCode));
        groups.stream().filter(group -> hasRoom(group, size)).forEach(smallest::add);
        List<UUID> left = new ArrayList<>();
        for (UUID family : waiting) {
            Existing group = smallest.poll();
            if (group == null) {
                left.add(family);
                continue;
            }
            proposed.computeIfAbsent(group.groupCode(), code -> new ArrayList<>()).add(family);
            Existing joined = new Existing(group.groupCode(), group.families() + 1);
            if (hasRoom(joined, size)) {
                smallest.add(joined);
            }
        }
        return left;
    }

    private static boolean hasRoom(Existing group, GroupSize size) {
        return group.families() < size.maxFamilies();
    }

    /** As few groups as the largest size permits, of sizes that differ by one at most. */
    private static void form(
            List<UUID> families,
            List<String> freeCodes,
            GroupSize size,
            Map<String, List<UUID>> proposed) {
        int groups = -Math.floorDiv(-families.size(), size.maxFamilies());
        Iterator<String> codes = freeCodes.iterator();
        int from = 0;
        for (int n = 0; n < groups && codes.hasNext(); n++) {
            int count = -Math.floorDiv(from - families.size(), groups - n);
            proposed.put(codes.next(), List.copyOf(families.subList(from, from + count)));
            from += count;
        }
    }
}
