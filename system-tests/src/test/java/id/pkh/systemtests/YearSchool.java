package id.pkh.systemtests;

import id.pkh.district.story.Cast;
import id.pkh.district.story.Stage;
import id.pkh.district.story.Uploads;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The form of the primary school about the children of the group in a quarter. */
final class YearSchool {

    private static final int MONTHS = 3;

    private final Stage stage;
    private final Cast cast;
    private final YearVillage village;

    YearSchool(Stage stage, Cast cast, YearVillage village) {
        this.stage = stage;
        this.cast = cast;
        this.village = village;
    }

    /**
     * The children of these families were absent for a quarter of one month, all others never.
     *
     * @param absences families by month, such as {@code E 2026-02}
     */
    void reports(int year, int quarter, String... absences) {
        YearMonth first = YearMonth.of(year, MONTHS * quarter - 2);
        List<String> form = new ArrayList<>();
        form.add("NPSN;" + YearVillage.SCHOOL);
        form.add("Nama Sekolah;SD NEGERI 5");
        form.add("Triwulan;TW" + quarter + " " + year);
        StringBuilder months = new StringBuilder(";;;;;;;");
        for (int month = 0; month < MONTHS; month++) {
            months.append(month == 0 ? ";" : ";;;;;")
                    .append(YearGroup.MONTHS.get(first.getMonthValue() - 1 + month));
        }
        form.add(months.toString());
        form.add(
                "no;nikPengurus;namaPengurus;nikSiswa;nisn;namaSiswa;bentukPendidikan;"
                        + "tingkatPendidikan;"
                        + "alpa;izin;sakit;jml;persen;".repeat(MONTHS)
                        + "ket;namaPendamping");
        for (String family : YearVillage.FAMILIES) {
            for (int child = 1; child <= YearVillage.childrenOf(family); child++) {
                form.add(row(form.size() - 4, family, child, first, List.of(absences)));
            }
        }
        Uploads.sheet(
                stage.verification(cast.facilitatorOf(YearVillage.CODE)),
                "school-attendance",
                village.written("school-" + year + "-Q" + quarter + ".csv", form),
                null);
    }

    private static String row(
            int number, String family, int child, YearMonth first, List<String> absences) {
        StringBuilder row =
                new StringBuilder(
                        String.join(
                                ";",
                                String.valueOf(number),
                                YearVillage.caretakerOf(family),
                                "IBU",
                                YearVillage.childOf(family, child),
                                "",
                                YearVillage.sonsOf(family),
                                "SD",
                                "3"));
        for (int month = 0; month < MONTHS; month++) {
            int days = absences.contains(family + " " + first.plusMonths(month)) ? 5 : 0;
            row.append(
                    String.format(
                            Locale.ROOT, ";%d;0;0;%d;%d,00%%", days, 20 - days, 100 - 5 * days));
        }
        return row.append(";;P").toString();
    }
}
