package id.pkh.district.generate;

import id.pkh.district.generate.GeneratedFamily.Component;
import id.pkh.district.generate.GeneratedFamily.Member;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The health visit forms of a quarter, one per posyandu, that is per village. */
final class HealthForms {

    static final String FOLDER = "health";
    private static final String CLOSED = "TUTUP";

    private final Path out;
    private final DistrictSpec spec;
    private final Areas.District district;

    HealthForms(Path out, DistrictSpec spec, Areas.District district) {
        this.out = out;
        this.spec = spec;
        this.district = district;
    }

    record Patient(GeneratedFamily family, Member member) {}

    void write(Areas.Village village, List<Patient> patients, String facilitator)
            throws IOException {
        if (Plot.clinicSilent(village) || patients.isEmpty()) {
            return;
        }
        Dice dice = Dice.of(spec.seed(), 6, district.index(), village.ordinal());
        SheetStyle style = SheetStyle.thrown(dice);
        String code =
                String.format(Locale.ROOT, "P%s%02d", district.digits(), village.ordinal() + 1);
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("Kode Faskes", code));
        rows.add(List.of("Nama Faskes", "POSYANDU " + village.name().toUpperCase(Locale.ROOT)));
        rows.add(List.of("Triwulan", "TW" + spec.quarterNumber() + " " + spec.year()));
        rows.add(header(dice));
        int children = 0;
        for (Patient patient : patients) {
            boolean child = patient.member().component() == Component.EARLY_CHILD;
            int number = child ? children++ : -1;
            if (village.ordinal() == 0 && number == 3) {
                continue;
            }
            rows.add(row(rows.size() - 3, village, patient, number, dice, facilitator));
        }
        Path folder = out.resolve(FOLDER).resolve(spec.quarter()).resolve(village.code());
        Sheets.write(folder, code, style, rows);
    }

    private List<Object> header(Dice dice) {
        List<Object> row =
                new ArrayList<>(
                        List.of(
                                "no",
                                "nikPengurus",
                                "namaPengurus",
                                "nikAnggota",
                                "namaAnggota",
                                "komponen"));
        for (YearMonth month : spec.months()) {
            row.add(MonthWords.of(month, dice));
        }
        row.addAll(List.of("ket", "namaPendamping"));
        return row;
    }

    private List<Object> row(
            int number,
            Areas.Village village,
            Patient patient,
            int child,
            Dice dice,
            String facilitator) {
        Member member = patient.member();
        List<Object> row = new ArrayList<>();
        row.add(number);
        row.add(patient.family().caretakerNik());
        row.add(patient.family().caretakerName());
        row.add(member.nik());
        row.add(member.name());
        row.add(member.component().label);
        for (int month = 0; month < spec.months().size(); month++) {
            Object visits = visits(member, dice);
            if (!member.holdsAllOf(spec.months().get(month))) {
                visits = "";
            } else if (Plot.clinicClosed(village, month) || untended(village, member)) {
                visits = CLOSED;
            } else if (village.ordinal() == 0 && child >= 0 && child < 3) {
                visits = planted(child, month);
            }
            row.add(visits);
        }
        row.add("");
        row.add(facilitator);
        return row;
    }

    private boolean untended(Areas.Village village, Member member) {
        return Plot.noMidwife(village) && member.component() == Component.PREGNANT_POSTPARTUM;
    }

    /** The first children of the first village: one missed visit, all visits, one blank month. */
    private Object planted(int child, int month) {
        if (child == 0 && month == 1) {
            return 0;
        }
        return child == 2 && month == 2 ? "" : 1;
    }

    private Object visits(Member member, Dice dice) {
        return switch (member.component()) {
            case EARLY_CHILD -> thrown(dice.weighted(25, 890, 75, 10));
            case PREGNANT_POSTPARTUM -> thrown(dice.weighted(400, 500, 80, 20));
            default -> thrown(dice.weighted(700, 280, 10, 10));
        };
    }

    private Object thrown(int visits) {
        return visits == 3 ? "" : visits;
    }
}
