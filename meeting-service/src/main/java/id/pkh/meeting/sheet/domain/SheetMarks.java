package id.pkh.meeting.sheet.domain;

import id.pkh.meeting.meeting.domain.AttendanceMark;
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
 * The mark of each family on a sheet. A family with several different marks has none, because it is
 * unknown which one is right. A blank next to a mark is ignored, so the mark counts.
 *
 * @param marks marks of the families that are on the sheet
 * @param verdicts the result of each line
 */
public record SheetMarks(
        Map<UUID, AttendanceMark> marks, SortedMap<Integer, LineVerdict> verdicts) {

    /** The result of a line. */
    public enum LineVerdict {
        APPLIED,
        /** An earlier line has the same content. */
        REPEATED,
        MARK_UNKNOWN,
        NIK_TWICE_ON_SHEET
    }

    /**
     * A line whose family is known.
     *
     * @param mark empty when it cannot be read
     */
    public record SheetLine(int number, UUID kpmId, Optional<AttendanceMark> mark) {

        boolean isUnreadable() {
            return mark.isEmpty();
        }

        boolean isBlank() {
            return mark.filter(AttendanceMark.UNMARKED::equals).isPresent();
        }
    }

    public static SheetMarks of(Collection<SheetLine> lines) {
        Map<UUID, List<SheetLine>> byFamily =
                lines.stream()
                        .collect(
                                Collectors.groupingBy(
                                        SheetLine::kpmId, LinkedHashMap::new, Collectors.toList()));
        Map<UUID, AttendanceMark> marks = new LinkedHashMap<>();
        SortedMap<Integer, LineVerdict> verdicts = new TreeMap<>();
        byFamily.forEach((kpmId, said) -> judge(kpmId, said, marks, verdicts));
        return new SheetMarks(marks, verdicts);
    }

    private static void judge(
            UUID kpmId,
            List<SheetLine> said,
            Map<UUID, AttendanceMark> marks,
            SortedMap<Integer, LineVerdict> verdicts) {
        Set<Optional<AttendanceMark>> different = new LinkedHashSet<>();
        for (SheetLine line : said) {
            if (!line.isBlank()) {
                different.add(line.mark());
            }
        }
        if (different.size() <= 1 && said.stream().noneMatch(SheetLine::isUnreadable)) {
            agree(kpmId, said, different.isEmpty(), marks, verdicts);
            return;
        }
        for (SheetLine line : said) {
            LineVerdict contradicted =
                    different.size() > 1 ? LineVerdict.NIK_TWICE_ON_SHEET : LineVerdict.REPEATED;
            verdicts.put(
                    line.number(),
                    line.isUnreadable()
                            ? LineVerdict.MARK_UNKNOWN
                            : line.isBlank() ? LineVerdict.REPEATED : contradicted);
        }
    }

    private static void agree(
            UUID kpmId,
            List<SheetLine> said,
            boolean allBlank,
            Map<UUID, AttendanceMark> marks,
            SortedMap<Integer, LineVerdict> verdicts) {
        for (SheetLine line : said) {
            boolean first = !marks.containsKey(kpmId) && (allBlank || !line.isBlank());
            if (first) {
                marks.put(kpmId, line.mark().orElseThrow());
            }
            verdicts.put(line.number(), first ? LineVerdict.APPLIED : LineVerdict.REPEATED);
        }
    }
}
