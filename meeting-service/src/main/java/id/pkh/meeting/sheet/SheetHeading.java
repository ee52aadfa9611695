package id.pkh.meeting.sheet;

import id.pkh.meeting.meeting.domain.MeetingKind;
import id.pkh.platform.files.Dates;
import id.pkh.platform.files.Months;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.ProgrammeMonths;
import id.pkh.platform.web.Refused;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The data above the list of a sheet.
 *
 * @param module only of a P2K2 sheet; null when unknown
 * @param session only of a P2K2 sheet; null when unknown
 */
record SheetHeading(
        String groupCode, YearMonth month, LocalDate heldOn, String module, String session) {

    private static final int MAX_TOPIC_CHARS = 100;

    /** Refuses a sheet of another kind, or one without the day of the meeting. */
    static SheetHeading of(AttendanceSheet sheet, MeetingKind kind, LocalDate today) {
        MeetingKind actual = sheet.kind().orElse(kind);
        if (actual != kind) {
            throw Refused.because("SHEET_OF_OTHER_KIND").with("kind", actual).with("sent_as", kind);
        }
        String groupCode = sheet.label("Kode Kelompok", "Kelompok");
        if (groupCode.isEmpty()) {
            throw Refused.because("SHEET_GROUP_MISSING");
        }
        YearMonth month =
                Months.parseYearMonth(sheet.label("Bulan"))
                        .filter(known -> !known.isBefore(ProgrammeMonths.FIRST))
                        .orElseThrow(() -> Refused.because("SHEET_MONTH_MISSING"));
        LocalDate heldOn =
                Dates.parse(day(sheet.label("Tanggal", "Tanggal Pertemuan", "Hari Tanggal")))
                        .orElseThrow(() -> Refused.because("SHEET_DATE_MISSING"));
        if (!YearMonth.from(heldOn).equals(month)) {
            throw Refused.because("SHEET_DATE_NOT_IN_MONTH")
                    .with("date", heldOn)
                    .with("month", month);
        }
        if (heldOn.isAfter(today)) {
            throw Refused.because("SHEET_DATE_IN_FUTURE").with("date", heldOn);
        }
        boolean isP2k2 = kind == MeetingKind.P2K2;
        return new SheetHeading(
                groupCode,
                month,
                heldOn,
                isP2k2 ? topic("Modul", sheet.label("Modul")) : null,
                isP2k2 ? topic("Sesi", sheet.label("Sesi")) : null);
    }

    /** Without the weekday that some facilitators write before it: {@code Kamis, 15/01/2026}. */
    private static String day(String text) {
        return text.substring(text.lastIndexOf(',') + 1);
    }

    private static String topic(String label, String text) {
        FreeTextRule.require(label, text);
        if (text.isEmpty()) {
            return null;
        }
        return text.length() > MAX_TOPIC_CHARS ? text.substring(0, MAX_TOPIC_CHARS) : text;
    }
}
