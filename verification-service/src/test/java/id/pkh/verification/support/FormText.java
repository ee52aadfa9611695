package id.pkh.verification.support;

import java.util.ArrayList;
import java.util.List;

/** Writes forms as schools and health services do. */
public final class FormText {

    private static final String[][] MONTHS = {
        {"JANUARI", "PEBRUARI", "MARET"},
        {"APRIL", "MEI", "JUNI"},
        {"JULI", "AGUSTUS", "SEPTEMBER"},
        {"OKTOBER", "NOPEMBER", "DESEMBER"}
    };

    private final List<String> lines = new ArrayList<>();

    private FormText() {}

    public static FormText school(String npsn, int year, int quarter) {
        FormText form = new FormText();
        String[] months = MONTHS[quarter - 1];
        form.lines.add("NPSN;" + npsn);
        form.lines.add("Nama Sekolah;SD NEGERI");
        form.lines.add("Triwulan;TW" + quarter + " " + year);
        form.lines.add(";;;;;;;;" + months[0] + ";;;;;" + months[1] + ";;;;;" + months[2] + ";;;;");
        form.lines.add(
                "no;nikPengurus;namaPengurus;nikSiswa;nisn;namaSiswa;bentukPendidikan;tingkatPendidikan"
                        + ";alpa;izin;sakit;jml;persen".repeat(3)
                        + ";ket;namaPendamping");
        return form;
    }

    public static FormText health(String code, int year, int quarter) {
        return visits("Kode Faskes", "nikAnggota", code, year, quarter);
    }

    public static FormText social(String code, int year, int quarter) {
        return visits("Kode LKS", "nikPenerima", code, year, quarter);
    }

    private static FormText visits(
            String label, String column, String code, int year, int quarter) {
        FormText form = new FormText();
        form.lines.add(label + ";" + code);
        form.lines.add("Nama Faskes;POSYANDU");
        form.lines.add("Triwulan;TW" + quarter + " " + year);
        form.lines.add(
                "no;nikPengurus;namaPengurus;"
                        + column
                        + ";namaAnggota;komponen;"
                        + String.join(";", MONTHS[quarter - 1])
                        + ";ket;namaPendamping");
        return form;
    }

    /** A pupil with a block for each month, {@code alpa;izin;sakit;jml;persen} or empty. */
    public FormText pupil(String nik, String... blocks) {
        return pupilByKeys(nik, "0161234567", blocks);
    }

    /** The same with a pupil number. */
    public FormText pupilByKeys(String nik, String nisn, String... blocks) {
        StringBuilder line =
                new StringBuilder("1;1771084511900001;IBU;" + nik + ";" + nisn + ";ANAK;SD;3");
        for (int i = 0; i < 3; i++) {
            boolean isBlank = i >= blocks.length || blocks[i].isEmpty();
            line.append(';').append(isBlank ? ";;;;" : blocks[i]);
        }
        lines.add(line + ";;PENDAMPING");
        return this;
    }

    /** A pupil who was there every day. */
    public FormText pupilAlwaysThere(String nik) {
        return pupil(nik, "0;0;0;20;100", "0;0;0;20;100", "0;0;0;20;100");
    }

    /** A pupil who was never there in the first month and always afterwards. */
    public FormText pupilBelow(String nik) {
        return pupil(nik, "20;0;0;0;0", "0;0;0;20;100", "0;0;0;20;100");
    }

    public FormText patient(String nik, String... visits) {
        lines.add(
                "1;1771084511900001;IBU;"
                        + nik
                        + ";ANAK;ANAK USIA DINI;"
                        + String.join(";", visits)
                        + ";;PENDAMPING");
        return this;
    }

    public String text() {
        return String.join("\n", lines) + "\n";
    }
}
