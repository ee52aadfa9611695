package id.pkh.district.generate;

import id.pkh.district.generate.GeneratedFamily.Member;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes facilitators.csv, groups.csv, families.csv, members.csv and areas.csv while the population
 * grows.
 */
final class RegistryFiles implements Closeable {

    private static final List<DateTimeFormatter> DATES =
            List.of(
                    DateTimeFormatter.ofPattern("dd/MM/yyyy"),
                    DateTimeFormatter.ofPattern("dd-MM-yyyy"),
                    DateTimeFormatter.ofPattern("yyyy-MM-dd"));
    private static final DateTimeFormatter DAY_FIRST = DATES.get(0);

    private final CsvText areas;
    private final CsvText facilitators;
    private final CsvText groups;
    private final CsvText families;
    private final CsvText members;
    private final Set<String> areasAbove = new HashSet<>(Areas.ALWAYS_ON_RECORD);

    RegistryFiles(Path out) throws IOException {
        areas = new CsvText(out.resolve("areas.csv"), SheetStyle.PLAIN, 3);
        areas.row(List.of("kode_wilayah", "nama", "kode_induk"));
        facilitators = new CsvText(out.resolve("facilitators.csv"), SheetStyle.PLAIN, 7);
        facilitators.row(
                List.of(
                        "kode_pendamping",
                        "nama",
                        "nik",
                        "peran",
                        "kode_desa",
                        "berlaku_mulai",
                        "berlaku_sampai"));
        groups =
                new CsvText(
                        out.resolve("groups.csv"),
                        new SheetStyle(false, ',', true, false, true, false),
                        5);
        groups.row(
                List.of(
                        "kode_kelompok",
                        "nama_kelompok",
                        "kode_desa",
                        "tempat_pertemuan",
                        "tanggal_dibentuk"));
        families =
                new CsvText(
                        out.resolve("families.csv"),
                        new SheetStyle(false, ';', true, false, true, false),
                        10);
        families.row(
                List.of(
                        "no_kk",
                        "nik_pengurus",
                        "nama_pengurus",
                        "alamat",
                        "kode_desa",
                        "kode_kelompok",
                        "bank",
                        "no_rekening",
                        "status",
                        "peserta_sejak"));
        members =
                new CsvText(
                        out.resolve("members.csv"),
                        new SheetStyle(false, ';', false, true, false, false),
                        11);
        members.row(
                List.of(
                        "no_kk",
                        "nik",
                        "nama",
                        "tanggal_lahir",
                        "jenis_kelamin",
                        "komponen",
                        "npsn",
                        "nisn",
                        "tingkat",
                        "berlaku_mulai",
                        "berlaku_sampai"));
    }

    void district(Areas.District district) throws IOException {
        for (Areas.Above above : district.above()) {
            if (areasAbove.add(above.code())) {
                areas.row(List.of(above.code(), above.name(), parentOf(above.code())));
            }
        }
        areas.row(List.of(district.code(), district.name(), district.code().substring(0, 5)));
        for (Areas.Village village : district.villages()) {
            areas.row(List.of(village.code(), village.name(), district.code()));
        }
    }

    private static String parentOf(String code) {
        return code.substring(0, Math.max(0, code.lastIndexOf('.')));
    }

    void facilitator(Facilitator facilitator) throws IOException {
        for (String village : facilitator.villages()) {
            facilitators.row(
                    List.of(
                            facilitator.code(),
                            facilitator.name(),
                            facilitator.nik(),
                            facilitator.role(),
                            village,
                            "01/01/2024",
                            ""));
        }
    }

    /** A row of a facilitator, or of the coordinator. */
    record Facilitator(String code, String name, String nik, String role, List<String> villages) {}

    void group(String code, Areas.Village village, int ordinal) throws IOException {
        groups.row(
                List.of(
                        code,
                        "KELOMPOK " + village.name().toUpperCase(Locale.ROOT) + " " + ordinal,
                        village.code(),
                        "Balai RT " + ordinal + ", " + village.name(),
                        String.format(Locale.ROOT, "%02d/03/2021", 1 + ordinal % 28)));
    }

    void family(GeneratedFamily family) throws IOException {
        familyRow(
                List.of(
                        family.familyCard(),
                        family.caretakerNik(),
                        family.caretakerName(),
                        family.address(),
                        family.village().code(),
                        family.groupCode(),
                        family.bank(),
                        family.account(),
                        family.status(),
                        DAY_FIRST.format(family.since())));
        for (Member member : family.members()) {
            member(family, member);
        }
    }

    void familyRow(List<String> cells) throws IOException {
        families.row(cells);
    }

    void memberRow(List<String> cells) throws IOException {
        members.row(cells);
    }

    private void member(GeneratedFamily family, Member member) throws IOException {
        Dice dice = Dice.of(Long.parseLong(member.nik()));
        DateTimeFormatter dates = dice.pick(DATES);
        memberRow(
                List.of(
                        family.familyCard(),
                        member.nik(),
                        member.name(),
                        dates.format(member.birth()),
                        member.woman() ? "P" : "L",
                        dice.permille(60) ? member.component().name() : member.component().label,
                        member.hasSchool() ? member.school().npsn() : "",
                        member.nisn(),
                        member.grade() == 0 ? "" : String.valueOf(member.grade()),
                        dates.format(member.from()),
                        optional(member.until(), dates)));
    }

    private static String optional(LocalDate date, DateTimeFormatter dates) {
        return date == null ? "" : dates.format(date);
    }

    @Override
    public void close() throws IOException {
        areas.close();
        facilitators.close();
        groups.close();
        families.close();
        members.close();
    }
}
