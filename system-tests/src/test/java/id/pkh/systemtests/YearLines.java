package id.pkh.systemtests;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lines such as {@code ReminderIssued 2026-01: B C D×2}: what it is, and who it is about. */
final class YearLines {

    private final Map<String, Map<String, Integer>> whoByWhat = new TreeMap<>();

    /**
     * @param who empty when it is about no family and no other person
     */
    void add(String what, String who) {
        whoByWhat.computeIfAbsent(what, first -> new TreeMap<>()).merge(who, 1, Integer::sum);
    }

    List<String> sorted() {
        return whoByWhat.entrySet().stream()
                .map(line -> line.getKey() + written(line.getValue()))
                .sorted()
                .toList();
    }

    private static String written(Map<String, Integer> who) {
        String all =
                who.entrySet().stream()
                        .map(one -> one.getKey() + times(one.getValue()))
                        .collect(Collectors.joining(" "));
        return all.isEmpty() ? "" : ": " + all;
    }

    private static String times(int count) {
        return count == 1 ? "" : "×" + count;
    }
}
