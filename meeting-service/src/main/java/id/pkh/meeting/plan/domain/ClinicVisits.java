package id.pkh.meeting.plan.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which clinics a facilitator visits in a quarter: each one that families of the villages attend,
 * and each village of whose clinics nothing is known. The table of docs/rules/plan.md has the same
 * rows.
 */
public final class ClinicVisits {

    private ClinicVisits() {}

    /** Families of a village that attend a clinic. */
    public record Attendance(String clinic, String village, int families) {}

    /**
     * One visit.
     *
     * @param clinic null when none is known
     * @param village where the clinic is visited from: the one with most of its families
     * @param families of all villages; 0 when no clinic is known
     */
    public record Visit(String clinic, String village, int families) {}

    /**
     * @param needy villages with members whom health services are to see
     * @param visited villages whose visit of the quarter is planned without a clinic; it stays, and
     *     their clinics begin with the next quarter
     */
    public static List<Visit> of(
            Collection<String> needy, Collection<Attendance> known, Collection<String> visited) {
        SortedMap<String, List<Attendance>> byClinic = new TreeMap<>();
        TreeSet<String> without = new TreeSet<>(needy);
        without.removeAll(visited);
        for (Attendance attendance : known) {
            if (needy.contains(attendance.village()) && !visited.contains(attendance.village())) {
                byClinic.computeIfAbsent(attendance.clinic(), any -> new ArrayList<>())
                        .add(attendance);
                without.remove(attendance.village());
            }
        }
        List<Visit> visits = new ArrayList<>();
        byClinic.forEach((clinic, villages) -> visits.add(visit(clinic, villages)));
        without.forEach(village -> visits.add(new Visit(null, village, 0)));
        return visits;
    }

    private static Visit visit(String clinic, List<Attendance> villages) {
        Attendance most =
                villages.stream()
                        .min(
                                Comparator.comparingInt((Attendance each) -> -each.families())
                                        .thenComparing(Attendance::village))
                        .orElseThrow();
        return new Visit(
                clinic, most.village(), villages.stream().mapToInt(Attendance::families).sum());
    }
}
