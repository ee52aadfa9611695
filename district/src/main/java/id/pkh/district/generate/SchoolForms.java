package id.pkh.district.generate;

import id.pkh.district.generate.GeneratedFamily.Member;
import id.pkh.district.generate.GeneratedFamily.School;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The school attendance forms of a quarter, one per school. */
final class SchoolForms {

    static final String FOLDER = "schools";
    private static final int ABBREVIATING_SCHOOL = 2;
    private static final int SCHOOL_WITH_OUTSIDER = 1;

    private final Path out;
    private final DistrictSpec spec;
    private final int district;

    SchoolForms(Path out, DistrictSpec spec, int district) {
        this.out = out;
        this.spec = spec;
        this.district = district;
    }

    record Pupil(GeneratedFamily family, Member member) {}

    void write(School school, List<Pupil> pupils, String facilitator) throws IOException {
        if (Plot.schoolSilent(school) || pupils.isEmpty()) {
            return;
        }
        Dice dice = Dice.of(spec.seed(), 5, district, school.index());
        SheetStyle style = SheetStyle.thrown(dice);
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("NPSN", school.npsn()));
        rows.add(List.of("Nama Sekolah", school.name()));
        rows.add(List.of("Triwulan", "TW" + spec.quarterNumber() + " " + spec.year()));
        rows.add(monthRow(school, dice));
        rows.add(header());
        int[] days = {22, 20, 20};
        if (!Plot.thresholdsAt(school)) {
            days = new int[] {dice.between(21, 23), dice.between(18, 20), dice.between(16, 20)};
        }
        boolean percentSign = dice.permille(400);
        for (int i = 0; i < pupils.size(); i++) {
            if (Plot.thresholdsAt(school) && i == 5) {
                continue;
            }
            rows.add(pupilRow(school, pupils.get(i), i, days, percentSign, dice, facilitator));
        }
        if (school.index() == SCHOOL_WITH_OUTSIDER) {
            rows.add(outsider(rows.size() - 4, facilitator));
        }
        Path folder = out.resolve(FOLDER).resolve(spec.quarter()).resolve(school.area());
        Sheets.write(folder, school.npsn(), style, rows);
    }

    private List<Object> monthRow(School school, Dice dice) {
        List<Object> row = new ArrayList<>(List.of("", "", "", "", "", "", "", ""));
        for (YearMonth month : spec.months()) {
            row.add(
                    school.index() == ABBREVIATING_SCHOOL
                            ? MonthWords.shortened(month)
                            : MonthWords.of(month, dice));
            row.addAll(List.of("", "", "", ""));
        }
        return row;
    }

    private List<Object> header() {
        List<Object> row =
                new ArrayList<>(
                        List.of(
                                "no",
                                "nikPengurus",
                                "namaPengurus",
                                "nikSiswa",
                                "nisn",
                                "namaSiswa",
                                "bentukPendidikan",
                                "tingkatPendidikan"));
        for (int month = 0; month < 3; month++) {
            row.addAll(List.of("alpa", "izin", "sakit", "jml", "persen"));
        }
        row.addAll(List.of("ket", "namaPendamping"));
        return row;
    }

    private List<Object> pupilRow(
            School school,
            Pupil pupil,
            int number,
            int[] days,
            boolean percentSign,
            Dice dice,
            String facilitator) {
        Member member = pupil.member();
        List<Object> row = new ArrayList<>();
        row.add(number + 1);
        row.add(pupil.family().caretakerNik());
        row.add(pupil.family().caretakerName());
        row.add(member.nik());
        row.add(member.nisn());
        row.add(member.name());
        row.add(school.level().name());
        row.add(member.grade());
        for (int month = 0; month < 3; month++) {
            int[] absences = absences(school, number, month, dice);
            boolean blank =
                    !member.holdsAllOf(spec.months().get(month))
                            || (Plot.thresholdsAt(school) && number == 4 && month == 1);
            if (blank) {
                row.addAll(List.of("", "", "", "", ""));
            } else if (Plot.schoolClosed(school, month)) {
                row.addAll(List.of(0, 0, 0, 0, 0));
            } else {
                row.addAll(block(days[month], absences, percentSign));
            }
        }
        row.add("");
        row.add(facilitator);
        return row;
    }

    /** alpa, izin, sakit; the first pupils of some schools are planted at the thresholds. */
    private int[] absences(School school, int pupil, int month, Dice dice) {
        int alpa = dice.weighted(760, 170, 55, 10, 5);
        int izin = dice.weighted(85, 10, 5);
        int sakit = dice.weighted(80, 12, 5, 3);
        if (!Plot.thresholdsAt(school) || pupil > 3) {
            return new int[] {alpa, izin, sakit};
        }
        int planted = pupil == 1 ? 1 : 0;
        if (month != planted) {
            return new int[] {0, izin, 0};
        }
        return switch (pupil) {
            case 0, 1 -> new int[] {3, 0, 0};
            case 2 -> new int[] {4, 0, 0};
            default -> new int[] {1, 2, 6};
        };
    }

    private List<Object> block(int days, int[] absences, boolean percentSign) {
        int attended = days - absences[0] - absences[1] - absences[2];
        BigDecimal percent =
                BigDecimal.valueOf(attended * 100L)
                        .divide(BigDecimal.valueOf(days), 2, RoundingMode.HALF_UP);
        Object shown = percentSign ? percent.toPlainString().replace('.', ',') + "%" : percent;
        return List.of(absences[0], absences[1], absences[2], attended, shown);
    }

    /** A pupil outside the programme; the school listed its whole class. */
    private List<Object> outsider(int number, String facilitator) {
        List<Object> row =
                new ArrayList<>(
                        List.of(
                                number,
                                "1671015203850007",
                                "BUKAN PESERTA",
                                "1671011204170003",
                                "0179999990",
                                "BUKAN PESERTA",
                                "SD",
                                2));
        for (int month = 0; month < 3; month++) {
            row.addAll(List.of(0, 0, 0, 20, 100));
        }
        row.addAll(List.of("", facilitator));
        return row;
    }
}
