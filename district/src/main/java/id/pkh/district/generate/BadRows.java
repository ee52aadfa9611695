package id.pkh.district.generate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Ten rows of families.csv with ten kinds of faults, and one such row of members.csv. */
final class BadRows {

    private static final int CARD = 0;
    private static final int NIK = 1;
    private static final int VILLAGE = 4;
    private static final int GROUP = 5;
    private static final int BANK = 6;
    private static final int STATUS = 8;
    private static final int SINCE = 9;
    private static final String NIK_STEM = "177108";

    private final List<Defect> defects;
    private int written;

    private record Defect(int column, String value) {}

    /**
     * @param duplicate a caretaker's NIK that another family has
     */
    BadRows(String duplicate) {
        this.defects =
                List.of(
                        new Defect(NIK, NIK_STEM + "720485" + "0001"),
                        new Defect(NIK, NIK_STEM + "450485" + "00"),
                        new Defect(NIK, NIK_STEM + "45O485" + "0001"),
                        new Defect(NIK, NIK_STEM + "450485" + "0000"),
                        new Defect(NIK, duplicate),
                        new Defect(VILLAGE, "17.71.08.1099"),
                        new Defect(CARD, NIK_STEM + "0103190"),
                        new Defect(BANK, "BCA"),
                        new Defect(STATUS, "ENTAH"),
                        new Defect(SINCE, "31/02/2021"));
    }

    boolean left() {
        return written < defects.size();
    }

    /** The next bad row, as if the family lived next to the given one. */
    List<String> next(GeneratedFamily neighbour) {
        List<String> cells =
                new ArrayList<>(
                        List.of(
                                NIK_STEM + "010319" + (9001 + written),
                                NIK_STEM + "450485" + (9001 + written),
                                "BARIS SALAH",
                                neighbour.address(),
                                neighbour.village().code(),
                                neighbour.groupCode(),
                                "BRI",
                                "00990100000000" + written,
                                "AKTIF",
                                "01/03/2021"));
        Defect defect = defects.get(written++);
        cells.set(defect.column(), defect.value());
        if (defect.column() == VILLAGE) {
            cells.set(GROUP, defect.value() + "-01");
        }
        return cells;
    }

    /** A member without a component. */
    static void memberWithoutComponent(RegistryFiles files, GeneratedFamily family)
            throws IOException {
        files.memberRow(
                List.of(
                        family.familyCard(),
                        NIK_STEM + "110290" + "9001",
                        "ANGGOTA TANPA KOMPONEN",
                        "11/02/1990",
                        "L",
                        "",
                        "",
                        "",
                        "",
                        "01/03/2021",
                        ""));
    }
}
