package id.pkh.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.PrimitiveIterator;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Lists of candidates, made without chance: areas, families, and their members. Four thousand
 * villages; of ten families, seven have two members beside the caretaker and three have one.
 */
final class FamilyLists {

    private static final int VILLAGES = 4_000;
    private static final int IN_SUB_DISTRICT = 4;
    private static final int SUB_DISTRICTS = VILLAGES / IN_SUB_DISTRICT;
    private static final int IN_REGENCY = 50;
    private static final int FIRST_REGENCY = 80;
    private static final int FIRST_SUB_DISTRICT = 10;
    private static final int PERSONS_OF_FAMILY = 3;
    private static final int DAYS = 28;
    private static final int WOMEN = 40;
    private static final int WAYS = 5;

    private static final String[] FIRST = {
        "SITI", "SRI", "DEWI", "NUR", "RINA", "YANTI", "LESTARI", "ENDANG", "FATIMAH", "KARTINI",
        "RATNA", "WATI", "INDAH", "MAYA", "NENENG", "ROHANI", "SUMIATI", "TUTI", "UMI", "YULI"
    };
    private static final String[] LAST = {
        "AMINAH", "WAHYUNI", "RAHAYU", "HASANAH", "MARLINA", "SUSANTI", "HANDAYANI", "PUSPITA",
        "ANGGRAINI", "KUSUMA", "PERMATA", "SARI", "WULANDARI", "SAFITRI", "MULYANI", "NINGSIH",
        "ASTUTI", "LUBIS", "SIREGAR", "HARAHAP", "NASUTION", "SIMATUPANG", "SINAGA", "TANJUNG"
    };

    private FamilyLists() {}

    static Path areas(Path folder) {
        return write(
                folder.resolve("areas.csv"),
                out -> {
                    out.write("kode;nama\n");
                    for (int i = 0; i < SUB_DISTRICTS; i++) {
                        if (i % IN_REGENCY == 0) {
                            out.write(subDistrict(i).substring(0, 5) + ";KOTA CONTOH\n");
                        }
                        out.write(subDistrict(i) + ";KECAMATAN CONTOH " + i + "\n");
                        for (int v = 0; v < IN_SUB_DISTRICT; v++) {
                            out.write(
                                    subDistrict(i) + "." + (1001 + v) + ";DESA CONTOH " + v + "\n");
                        }
                    }
                });
    }

    /** Families from one number up to another. */
    static Path families(Path folder, int from, int to) {
        return families(folder, "all", from, to, i -> true);
    }

    /** Those of them that are wanted. */
    static Path families(Path folder, String name, int from, int to, IntPredicate isWanted) {
        return families(folder, name, numbers(from, to).filter(isWanted), FamilyLists::row);
    }

    /** The same number of rows, of which every tenth is wrong in one of five ways. */
    static Path badFamilies(Path folder, int from, int to) {
        return families(
                folder, "bad", numbers(from, to), i -> isBad(i) ? spoilt(row(i), i / 10) : row(i));
    }

    static boolean isBad(int family) {
        return family % 10 == 9;
    }

    /** Half of the regencies lie in the west, and so half of the families of each thousand. */
    static boolean isWest(int family) {
        return family % SUB_DISTRICTS < SUB_DISTRICTS / 2;
    }

    static List<String> regencies(boolean west) {
        return numbers(0, SUB_DISTRICTS)
                .filter(i -> isWest(i) == west)
                .mapToObj(i -> subDistrict(i).substring(0, 5))
                .distinct()
                .toList();
    }

    static IntStream numbers(int from, int to) {
        return IntStream.range(from, to);
    }

    private static Path families(
            Path folder, String name, IntStream numbers, IntFunction<String> row) {
        PrimitiveIterator.OfInt each = numbers.iterator();
        return write(
                folder.resolve("families-" + name + ".csv"),
                out -> {
                    out.write(
                            "no_kk;nik_pengurus;nama_pengurus;alamat;kode_desa;bank;no_rekening;status;"
                                    + "peserta_sejak\n");
                    while (each.hasNext()) {
                        out.write(row.apply(each.nextInt()));
                    }
                });
    }

    private static String row(int i) {
        return card(i)
                + ";"
                + nik(i * PERSONS_OF_FAMILY, i, true, 80 + i % 19)
                + ";"
                + name(i)
                + ";Jalan Melati RT "
                + (1 + i % 9)
                + ";"
                + village(i)
                + ";BRI;"
                + String.format(Locale.ROOT, "0004%011d", i)
                + ";CALON;05/01/2026\n";
    }

    /** A family card that is too short, a bank, village or date that there is not, or no name. */
    private static String spoilt(String row, int way) {
        String[] cells = row.strip().split(";");
        switch (way % WAYS) {
            case 0 -> cells[0] = cells[0].substring(1);
            case 1 -> cells[5] = "BANK LAIN";
            case 2 -> cells[4] = "17.80.10.9999";
            case 3 -> cells[8] = "31/02/2026";
            default -> cells[2] = "";
        }
        return String.join(";", cells) + "\n";
    }

    /** The members of the same families. */
    static Path members(Path folder, int from, int to) {
        return write(
                folder.resolve("members-" + from + ".csv"),
                out -> {
                    out.write(
                            "no_kk;nik;nama;tanggal_lahir;jenis_kelamin;komponen;npsn;nisn;tingkat;berlaku_mulai\n");
                    for (int i = from; i < to; i++) {
                        for (int m = 1; m <= membersOf(i); m++) {
                            int n = i * PERSONS_OF_FAMILY + m;
                            boolean girl = n % 2 == 0;
                            out.write(
                                    card(i)
                                            + ";"
                                            + nik(n, i, girl, 14)
                                            + ";"
                                            + name(n)
                                            + String.format(
                                                    Locale.ROOT, ";%02d/06/2014;", 1 + n % DAYS)
                                            + (girl ? "P" : "L")
                                            + ";SD;10702345;"
                                            + String.format(Locale.ROOT, "%010d", n)
                                            + ";5;13/07/2025\n");
                        }
                    }
                });
    }

    static int membersOf(int family) {
        return family % 10 < 7 ? 2 : 1;
    }

    /** The NIK of the caretaker of a family. */
    static String caretaker(int family) {
        return nik(family * PERSONS_OF_FAMILY, family, true, 80 + family % 19);
    }

    private static String card(int i) {
        return digits(i) + String.format(Locale.ROOT, "050118%04d", 1 + i / SUB_DISTRICTS);
    }

    private static String nik(int n, int family, boolean woman, int year) {
        int day = 1 + n % DAYS + (woman ? WOMEN : 0);
        return digits(family)
                + String.format(
                        Locale.ROOT,
                        "%02d06%02d%04d",
                        day,
                        year,
                        1 + family / SUB_DISTRICTS * PERSONS_OF_FAMILY + n % PERSONS_OF_FAMILY);
    }

    private static String name(int n) {
        return FIRST[n % FIRST.length] + " " + LAST[n / FIRST.length % LAST.length];
    }

    private static String digits(int family) {
        return subDistrict(family % SUB_DISTRICTS).replace(".", "");
    }

    private static String village(int family) {
        int number = family / SUB_DISTRICTS % IN_SUB_DISTRICT;
        return subDistrict(family % SUB_DISTRICTS) + "." + (1001 + number);
    }

    private static String subDistrict(int i) {
        return "17."
                + (FIRST_REGENCY + i / IN_REGENCY)
                + "."
                + (FIRST_SUB_DISTRICT + i % IN_REGENCY);
    }

    private interface Writing {
        void to(BufferedWriter out) throws IOException;
    }

    private static Path write(Path file, Writing writing) {
        try {
            Files.createDirectories(file.getParent());
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                writing.to(out);
            }
            return file;
        } catch (IOException full) {
            throw new CannotRun("the list could not be written", full);
        }
    }
}
