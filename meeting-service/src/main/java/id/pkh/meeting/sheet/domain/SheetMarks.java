package id.pkh.meeting.sheet.domain;

import id.pkh.meeting.meeting.domain.Mark;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a sheet says of each family. A family that stands on it twice with different marks has none:
 * nobody knows which is right. A blank beside a mark says nothing, so the mark counts.
 *
 * @param marks marks of the families of which the sheet says something
 * @param verdicts what became of each line
 */
public record SheetMarks(Map<UUID, Mark> marks, SortedMap<Integer, Verdict> verdicts) {

    /** What became of a line. */
    public enum Verdict {
        APPLIED,
        /** The same was said by an earlier line. */
        REPEATED,
        MARK_UNKNOWN,
        NIK_TWICE_ON_SHEET
    }

    /**
     * A line whose family is known.
     *
     * @param mark empty when it cannot be read
     */
    public record Line(int number, UUID kpmId, Optional<Mark> mark) {

        boolean isUnreadable() {
            return mark.isEmpty();
        }

        boolean isBlank() {
            return mark.filter(Mark.UNMARKED::equals).isPresent();
        }
    }

    public static SheetMarks of(Collection<Line> lines) {
        Map<UUID, List<Line>> byFamily =
                lines.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Line::kpmId, LinkedHashMap::new, Collectors.toList()));
        Map<UUID, Mark> marks = new LinkedHashMap<>();
        SortedMap<Integer, Verdict> verdicts = new TreeMap<>();
        byFamily.forEach((kpmId, said) -> judge(kpmId, said, marks, verdicts));
        return new SheetMarks(marks, verdicts);
    }

    private static void judge(
            UUID kpmId,
            List<Line> said,
            Map<UUID, Mark> marks,
            SortedMap<Integer, Verdict> verdicts) {
        Set<Optional<Mark>> different = new LinkedHashSet<>();
        for (Line line : said) {
            if (!line.isBlank()) {
                different.add(line.mark());
            }
        }
        if (different.size() <= 1 && said.stream().noneMatch(Line::isUnreadable)) {
            agree(kpmId, said, different.isEmpty(), marks, verdicts);
            return;
        }
        for (Line line : said) {
            Verdict contradicted =
                    different.size() > 1 ? Verdict.NIK_TWICE_ON_SHEET : Verdict.REPEATED;
            verdicts.put(
                    line.number(),
                    line.isUnreadable()
                            ? Verdict.MARK_UNKNOWN
                            : line.isBlank() ? Verdict.REPEATED : contradicted);
        }
    }

    private static void agree(
            UUID kpmId,
            List<Line> said,
            boolean allBlank,
            Map<UUID, Mark> marks,
            SortedMap<Integer, Verdict> verdicts) {
        for (Line line : said) {
            boolean first = !marks.containsKey(kpmId) && (allBlank || !line.isBlank());
            if (first) {
                marks.put(kpmId, line.mark().orElseThrow());
            }
            verdicts.put(line.number(), first ? Verdict.APPLIED : Verdict.REPEATED);
        }
    }
}
