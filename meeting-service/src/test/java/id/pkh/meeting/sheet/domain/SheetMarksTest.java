package id.pkh.meeting.sheet.domain;

import static id.pkh.meeting.sheet.domain.SheetMarks.LineVerdict.APPLIED;
import static id.pkh.meeting.sheet.domain.SheetMarks.LineVerdict.MARK_UNKNOWN;
import static id.pkh.meeting.sheet.domain.SheetMarks.LineVerdict.NIK_TWICE_ON_SHEET;
import static id.pkh.meeting.sheet.domain.SheetMarks.LineVerdict.REPEATED;
import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.meeting.meeting.domain.AttendanceMark;
import id.pkh.meeting.sheet.domain.SheetMarks.LineVerdict;
import id.pkh.meeting.sheet.domain.SheetMarks.SheetLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SheetMarksTest {

    private static final UUID ONE = UUID.fromString("01980a10-0000-7000-8000-000000000001");
    private static final UUID TWO = UUID.fromString("01980a10-0000-7000-8000-000000000002");

    /**
     * What is written on the lines of one family, its mark in the end, and what became of each
     * line.
     */
    static Stream<Arguments> linesOfOneFamily() {
        return Stream.of(
                row("HADIR", AttendanceMark.PRESENT, APPLIED),
                row("", AttendanceMark.UNMARKED, APPLIED),
                row("?", null, MARK_UNKNOWN),
                row("HADIR|HADIR", AttendanceMark.PRESENT, APPLIED, REPEATED),
                row("HADIR|H", AttendanceMark.PRESENT, APPLIED, REPEATED),
                row("HADIR|ALPA", null, NIK_TWICE_ON_SHEET, NIK_TWICE_ON_SHEET),
                row(
                        "HADIR|ALPA|HADIR",
                        null,
                        NIK_TWICE_ON_SHEET,
                        NIK_TWICE_ON_SHEET,
                        NIK_TWICE_ON_SHEET),
                row("|", AttendanceMark.UNMARKED, APPLIED, REPEATED),
                row("|HADIR", AttendanceMark.PRESENT, REPEATED, APPLIED),
                row("ALPA|", AttendanceMark.ABSENT, APPLIED, REPEATED),
                row("HADIR|?", null, NIK_TWICE_ON_SHEET, MARK_UNKNOWN),
                row("|HADIR|ALPA", null, REPEATED, NIK_TWICE_ON_SHEET, NIK_TWICE_ON_SHEET),
                row("?|?", null, MARK_UNKNOWN, MARK_UNKNOWN),
                row("HAPUS", AttendanceMark.UNMARKED, APPLIED),
                row("HAPUS|HAPUS", AttendanceMark.UNMARKED, APPLIED, REPEATED),
                row("|HAPUS", AttendanceMark.UNMARKED, REPEATED, APPLIED),
                row("HADIR|HAPUS", null, NIK_TWICE_ON_SHEET, NIK_TWICE_ON_SHEET));
    }

    @ParameterizedTest
    @MethodSource("linesOfOneFamily")
    void aFamilyHasAMarkOnlyWhenItsLinesAgree(
            String written, AttendanceMark mark, List<LineVerdict> verdicts) {
        SheetMarks marks = SheetMarks.of(lines(ONE, written, 10));

        assertThat(marks.marks().get(ONE)).isEqualTo(mark);
        assertThat(marks.verdicts().values()).containsExactlyElementsOf(verdicts);
    }

    @Test
    void familiesDoNotDisturbEachOther() {
        List<SheetLine> lines = new ArrayList<>(lines(ONE, "HADIR|ALPA", 10));
        lines.addAll(lines(TWO, "SAKIT", 20));

        SheetMarks marks = SheetMarks.of(lines);

        assertThat(marks.marks()).containsOnlyKeys(TWO).containsEntry(TWO, AttendanceMark.SICK);
        assertThat(marks.verdicts())
                .containsEntry(10, NIK_TWICE_ON_SHEET)
                .containsEntry(11, NIK_TWICE_ON_SHEET)
                .containsEntry(20, APPLIED);
    }

    @Test
    void aBlankStatesNothingAndARemovalDoes() {
        List<SheetLine> lines = new ArrayList<>(lines(ONE, "", 10));
        lines.addAll(lines(TWO, SheetMarks.REMOVAL, 20));

        SheetMarks marks = SheetMarks.of(lines);

        assertThat(marks.removed()).containsExactly(TWO);
        assertThat(marks.stated())
                .containsOnlyKeys(TWO)
                .containsEntry(TWO, AttendanceMark.UNMARKED);
    }

    private static List<SheetLine> lines(UUID kpmId, String written, int from) {
        List<SheetLine> lines = new ArrayList<>();
        for (String mark : written.split("\\|", -1)) {
            lines.add(
                    mark.equals(SheetMarks.REMOVAL)
                            ? SheetLine.removal(from + lines.size(), kpmId)
                            : SheetLine.of(
                                    from + lines.size(), kpmId, AttendanceMark.onSheet(mark)));
        }
        return lines;
    }

    private static Arguments row(String written, AttendanceMark mark, LineVerdict... verdicts) {
        return Arguments.of(written, mark, Arrays.asList(verdicts));
    }
}
