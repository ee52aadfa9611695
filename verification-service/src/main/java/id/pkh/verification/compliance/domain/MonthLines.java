package id.pkh.verification.compliance.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All lines about one person and month, by what they are about. Lines that differ are a
 * contradiction. A person may settle it; until then the line that is better for the family counts,
 * never the one that came first or last.
 */
public record MonthLines(Map<String, List<EvidenceLine>> byComparison) {

    private static final Comparator<MonthEvidence> BETTER_VISITS =
            Comparator.comparing((MonthEvidence entry) -> ((HealthMonth) entry).visits())
                    .thenComparing(entry -> ((HealthMonth) entry).isClosed())
                    .thenComparing(entry -> ((HealthMonth) entry).cares().size());

    public static MonthLines of(Collection<EvidenceLine> lines) {
        return new MonthLines(
                lines.stream()
                        .collect(
                                Collectors.groupingBy(
                                        EvidenceLine::comparedAt,
                                        TreeMap::new,
                                        Collectors.toList())));
    }

    /**
     * The entries that the rule may use. For a school month these are all lines that are not
     * settled against, because the rule knows the requirement and takes the better one.
     *
     * @param settled the line that counts, by what the lines are about
     */
    public List<EvidenceLine> counted(Map<String, EvidenceLine.Source> settled) {
        List<EvidenceLine> counted = new ArrayList<>();
        byComparison.forEach(
                (comparedAt, lines) -> counted.addAll(counted(lines, settled.get(comparedAt))));
        return counted;
    }

    private static List<EvidenceLine> counted(
            List<EvidenceLine> lines, EvidenceLine.Source settled) {
        Optional<EvidenceLine> chosen =
                lines.stream().filter(line -> line.source().equals(settled)).findFirst();
        if (chosen.isPresent()) {
            return List.of(chosen.get());
        }
        return lines.get(0).kind() == EvidenceKind.SCHOOL
                ? lines
                : List.of(
                        lines.stream()
                                .max(Comparator.comparing(EvidenceLine::entry, BETTER_VISITS))
                                .orElseThrow());
    }

    /** Whether there are several lines about the same, so that a settlement can choose one. */
    public boolean canBeSettled() {
        return byComparison.values().stream().anyMatch(lines -> lines.size() > 1);
    }

    /** Groups of lines that differ, by what they are about. */
    public Map<String, List<EvidenceLine>> contradictions() {
        Map<String, List<EvidenceLine>> contradictions = new TreeMap<>();
        byComparison.forEach(
                (comparedAt, lines) -> {
                    if (lines.stream().map(EvidenceLine::entry).distinct().count() > 1) {
                        contradictions.put(comparedAt, lines);
                    }
                });
        return contradictions;
    }
}
