package id.pkh.district.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The attendance sheets of one group: group meetings and P2K2 sessions, one sheet per month. */
final class AttendanceSheets {

    static final String GROUP_MEETINGS = "attendance";
    static final String SESSIONS = "p2k2";
    private static final String MARKS = "HSIA-";
    private static final List<Map<Character, String>> SPELLINGS =
            List.of(
                    Map.of('H', "HADIR", 'S', "SAKIT", 'I', "IZIN", 'A', "ALPA", '-', ""),
                    Map.of('H', "H", 'S', "S", 'I', "I", 'A', "A", '-', ""),
                    Map.of('H', "Hadir", 'S', "Sakit", 'I', "Izin", 'A', "Alfa", '-', ""),
                    Map.of('H', "HADIR", 'S', "SAKIT", 'I', "IZIN", 'A', "TIDAK HADIR", '-', ""),
                    Map.of('H', "hadir", 'S', "sakit", 'I', "izin", 'A', "alpa", '-', " "));
    private static final List<List<String>> MODULES =
            List.of(
                    List.of("Pengasuhan dan Pendidikan", "Menjadi Orang Tua yang Lebih Baik"),
                    List.of("Pengasuhan dan Pendidikan", "Memahami Perilaku Anak"),
                    List.of("Keuangan Keluarga", "Mengelola Keuangan Keluarga"),
                    List.of("Keuangan Keluarga", "Cermat Meminjam dan Menabung"),
                    List.of("Kesehatan dan Gizi", "Pelayanan Ibu Hamil dan 1000 HPK"),
                    List.of("Perlindungan Anak", "Pencegahan Kekerasan terhadap Anak"));
    private static final List<DateTimeFormatter> DATES =
            List.of(
                    DateTimeFormatter.ofPattern("dd/MM/yyyy"),
                    DateTimeFormatter.ofPattern("dd-MM-yyyy"),
                    DateTimeFormatter.ofPattern("yyyy-MM-dd"));

    private final Path out;
    private final DistrictSpec spec;

    AttendanceSheets(Path out, DistrictSpec spec) {
        this.out = out;
        this.spec = spec;
    }

    /**
     * A group with its families, and one family of the previous group, which may take part as a
     * visitor.
     *
     * @param inDistrict number of the group in its district
     * @param inAll number of the group in the whole population
     */
    record Group(
            Areas.Village village,
            String code,
            int inDistrict,
            long inAll,
            List<GeneratedFamily> families,
            GeneratedFamily visitor) {}

    void write(Group group) throws IOException {
        for (int month = 0; month < spec.months().size(); month++) {
            if (Plot.meetingHeld(group.inDistrict(), month)) {
                meeting(group, month, folder(GROUP_MEETINGS, group, month), null);
            }
            if (Plot.sessionHeld(group.inDistrict(), month)) {
                session(group, month);
            }
        }
    }

    /** The corrected sheet of the last month, in which the marks of two families are changed. */
    void writeCorrection(Group group, Path folder) throws IOException {
        int last = spec.months().size() - 1;
        meeting(
                group,
                last,
                folder,
                Map.of(Plot.CORRECTED_TO_PRESENT, 'H', Plot.CORRECTED_TO_PERMITTED, 'I'));
    }

    static String sheetName(String groupCode) {
        return groupCode;
    }

    private Path folder(String kind, Group group, int month) {
        return out.resolve(kind)
                .resolve(spec.months().get(month).toString())
                .resolve(group.village().code());
    }

    private void meeting(Group group, int month, Path folder, Map<Integer, Character> corrected)
            throws IOException {
        Dice dice = Dice.of(spec.seed(), 3, group.inAll(), month);
        SheetStyle style = SheetStyle.thrown(dice);
        List<List<Object>> rows = new ArrayList<>();
        preamble(rows, "DAFTAR HADIR PERTEMUAN KELOMPOK PKH", group, month, dice);
        rows.add(header());
        Map<Character, String> spelling = dice.pick(SPELLINGS);
        for (int ordinal = 0; ordinal < group.families().size(); ordinal++) {
            char mark = mark(Plot.meetingMarks(group.inDistrict(), ordinal), month, dice);
            if (corrected != null) {
                mark = corrected.getOrDefault(ordinal, mark);
            }
            if (!Plot.leftOffSheet(group.inDistrict(), ordinal, month)) {
                rows.add(row(rows.size() - 5, group.families().get(ordinal), spelling.get(mark)));
            }
        }
        if (group.inDistrict() == Plot.VISITOR_IN_GROUP && month == 0 && group.visitor() != null) {
            rows.add(row(rows.size() - 5, group.visitor(), spelling.get('H')));
        }
        Sheets.write(folder, sheetName(group.code()), style, rows);
    }

    private void session(Group group, int month) throws IOException {
        Dice dice = Dice.of(spec.seed(), 4, group.inAll(), month);
        SheetStyle style = SheetStyle.thrown(dice);
        List<List<Object>> rows = new ArrayList<>();
        preamble(rows, "DAFTAR HADIR P2K2", group, month, dice);
        List<String> module = dice.pick(MODULES);
        rows.add(List.of("Modul", module.get(0)));
        rows.add(List.of("Sesi", module.get(1)));
        rows.add(header());
        Map<Character, String> spelling = dice.pick(SPELLINGS);
        for (int ordinal = 0; ordinal < group.families().size(); ordinal++) {
            char mark = mark(Plot.sessionMarks(group.inDistrict(), ordinal), month, dice);
            rows.add(row(rows.size() - 7, group.families().get(ordinal), spelling.get(mark)));
        }
        if (group.inDistrict() == Plot.STRANGER_IN_GROUP && month == 1) {
            String nik = "167101" + "520385" + "0007";
            rows.add(List.of(rows.size() - 7, nik, "TAMU", spelling.get('H'), "tamu dari luar"));
        }
        Sheets.write(folder(SESSIONS, group, month), sheetName(group.code()), style, rows);
    }

    private void preamble(
            List<List<Object>> rows, String title, Group group, int month, Dice dice) {
        YearMonth of = spec.months().get(month);
        LocalDate day = of.atDay(dice.between(4, 26));
        rows.add(List.of(title));
        rows.add(List.of("Kode Kelompok", group.code()));
        rows.add(List.of("Bulan", MonthWords.of(of, dice) + " " + of.getYear()));
        rows.add(List.of("Tanggal", dice.pick(DATES).format(day)));
        rows.add(List.of("Tempat", dice.permille(500) ? "Rumah ketua kelompok" : "Balai RW"));
    }

    private List<Object> header() {
        return List.of("No", "NIK Pengurus", "Nama Pengurus", "Kehadiran", "Keterangan");
    }

    private List<Object> row(int number, GeneratedFamily family, String mark) {
        String note = mark.toUpperCase(Locale.ROOT).startsWith("S") ? "surat ada" : "";
        return List.of(number, family.caretakerNik(), family.caretakerName(), mark, note);
    }

    private char mark(String planted, int month, Dice dice) {
        char chance = MARKS.charAt(dice.weighted(925, 22, 28, 20, 5));
        return planted == null ? chance : planted.charAt(month);
    }
}
