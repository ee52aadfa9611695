package id.pkh.meeting.sheet;

import id.pkh.meeting.family.FamiliesOnDay;
import id.pkh.meeting.meeting.domain.AttendanceMark;
import id.pkh.meeting.sheet.domain.SheetMarks;
import id.pkh.meeting.sheet.domain.SheetMarks.SheetLine;
import id.pkh.platform.files.Row;
import id.pkh.platform.files.RowRefusal;
import id.pkh.platform.security.Mask;
import id.pkh.platform.security.Nik;
import id.pkh.platform.security.NikCheck;
import id.pkh.platform.security.NikTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds the family of each line of a sheet. Names on the sheet are not read. */
@ApplicationScoped
class SheetLines {

    private static final String NIK_COLUMN = "NIK Pengurus";
    private static final String MARK_COLUMN = "Kehadiran";
    private static final String KNOWN_MARKS = "HADIR, DIWAKILI, SAKIT, IZIN, ALPA";

    private final NikTokens tokens;

    SheetLines(NikTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The content of the lines.
     *
     * @param lines lines whose family is known
     * @param refusals of lines that cannot be used, in the order of the lines
     */
    record Read(List<SheetLine> lines, SheetMarks marks, List<RowRefusal> refusals) {}

    /**
     * @param isCorrection whether a line may remove the mark of its family
     */
    Read read(AttendanceSheet sheet, FamiliesOnDay families, boolean isCorrection) {
        List<SheetLine> lines = new ArrayList<>();
        Map<Integer, RowRefusal> refusals = new LinkedHashMap<>();
        Map<Integer, Row> rows = new LinkedHashMap<>();
        for (Row row : sheet.families()) {
            rows.put(row.line(), row);
            String written = sheet.nik(row);
            NikCheck check = Nik.check(written);
            if (!check.isValid()) {
                refusals.put(
                        row.line(),
                        new RowRefusal(
                                row.line(),
                                NIK_COLUMN,
                                Mask.digits(written),
                                check.code(),
                                check.expected()));
                continue;
            }
            Optional<UUID> kpmId = families.ofCaretaker(tokens.tokenOf(check.normalised()));
            if (kpmId.isPresent()) {
                lines.add(line(row.line(), kpmId.get(), sheet.mark(row), isCorrection));
            } else {
                refusals.put(
                        row.line(),
                        new RowRefusal(
                                row.line(),
                                NIK_COLUMN,
                                Mask.digits(check.normalised()),
                                "NOT_IN_GROUP",
                                "caretaker of a family of the group on that day"));
            }
        }
        SheetMarks marks = SheetMarks.of(lines);
        marks.verdicts()
                .forEach((number, verdict) -> refuse(sheet, rows.get(number), verdict, refusals));
        List<RowRefusal> ordered =
                rows.keySet().stream().filter(refusals::containsKey).map(refusals::get).toList();
        return new Read(lines, marks, ordered);
    }

    private static SheetLine line(int number, UUID kpmId, String written, boolean isCorrection) {
        return isCorrection && written.strip().equalsIgnoreCase(SheetMarks.REMOVAL)
                ? SheetLine.removal(number, kpmId)
                : SheetLine.of(number, kpmId, AttendanceMark.onSheet(written));
    }

    private static void refuse(
            AttendanceSheet sheet,
            Row row,
            SheetMarks.LineVerdict verdict,
            Map<Integer, RowRefusal> refusals) {
        switch (verdict) {
            case MARK_UNKNOWN ->
                    refusals.put(
                            row.line(),
                            RowRefusal.of(
                                    row.line(),
                                    MARK_COLUMN,
                                    sheet.mark(row),
                                    verdict.name(),
                                    KNOWN_MARKS));
            case NIK_TWICE_ON_SHEET ->
                    refusals.put(
                            row.line(),
                            new RowRefusal(
                                    row.line(),
                                    NIK_COLUMN,
                                    Mask.digits(sheet.nik(row)),
                                    verdict.name(),
                                    "one mark for each family"));
            default -> {
                // applied, or a repetition: nothing to refuse
            }
        }
    }
}
