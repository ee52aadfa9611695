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
 * @param marks marks of the families that are on the sheet; UNMARKED where every line is blank, or
 *     where the sheet says that the mark is removed
 * @param removed families whose mark the sheet removes by name
 * @param verdicts the result of each line
 */
public record SheetMarks(
        Map<UUID, AttendanceMark> marks,
        Set<UUID> removed,
        SortedMap<Integer, LineVerdict> verdicts) {

    /** Written in place of a mark, it takes the mark of the family away. */
    public static final String REMOVAL = "HAPUS";

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
     * @param mark empty when it cannot be read; UNMARKED for a blank and for a removal
     * @param removes whether the line takes the mark away
     */
    public record SheetLine(
            int number, UUID kpmId, Optional<AttendanceMark> mark, boolean removes) {

        public static SheetLine of(int number, UUID kpmId, Optional<AttendanceMark> mark) {
            return new SheetLine(number, kpmId, mark, false);
        }

        public static SheetLine removal(int number, UUID kpmId) {
            return new SheetLine(number, kpmId, Optional.of(AttendanceMark.UNMARKED), true);
        }

        boolean isUnreadable() {
            return mark.isEmpty();
        }

        /** A line without a mark; it states nothing. */
        public boolean isBlank() {
            return !removes && mark.filter(AttendanceMark.UNMARKED::equals).isPresent();
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
        Set<UUID> removed =
                lines.stream()
                        .filter(SheetLine::removes)
                        .map(SheetLine::kpmId)
                        .filter(marks::containsKey)
                        .collect(Collectors.toSet());
        return new SheetMarks(marks, removed, verdicts);
    }

    /**
     * What a correction changes: the marks that are written, and those that it removes. A blank
     * states nothing, so it changes nothing.
     */
    public Map<UUID, AttendanceMark> stated() {
        Map<UUID, AttendanceMark> stated = new LinkedHashMap<>(marks);
        stated.entrySet()
                .removeIf(
                        marked ->
                                marked.getValue() == AttendanceMark.UNMARKED
                                        && !removed.contains(marked.getKey()));
        return stated;
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
