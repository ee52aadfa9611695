package id.pkh.registry.support;

import java.util.ArrayList;
import java.util.List;

/** Builds lists as the senders write them. */
public final class Rows {

    private static final String FAMILIES =
            "no_kk;nik_pengurus;nama_pengurus;alamat;kode_desa;kode_kelompok;bank;no_rekening;status;peserta_sejak";
    private static final String MEMBERS =
            "no_kk;nik;nama;tanggal_lahir;jenis_kelamin;komponen;npsn;nisn;tingkat;berlaku_mulai;berlaku_sampai";
    private static final String FACILITATORS =
            "kode_pendamping;nama;nik;peran;kode_desa;berlaku_mulai;berlaku_sampai";

    private final List<String> lines = new ArrayList<>();

    private Rows(String header) {
        lines.add(header);
    }

    public static Rows of(String header) {
        return new Rows(header);
    }

    public static Rows families() {
        return new Rows(FAMILIES);
    }

    public static Rows members() {
        return new Rows(MEMBERS);
    }

    public static Rows facilitators() {
        return new Rows(FACILITATORS);
    }

    public Rows row(String... cells) {
        lines.add(String.join(";", cells));
        return this;
    }

    /** An active family of the first village and its first group. */
    public Rows family(String card, String caretakerNik) {
        return row(
                card,
                caretakerNik,
                "SITI CONTOH",
                "Jalan Contoh 1",
                "17.71.08.1001",
                "17.71.08.1001-01",
                "BRI",
                TestPeople.account(),
                "AKTIF",
                "01/01/2024");
    }

    /** A girl at primary school. */
    public Rows pupil(String card, String nik, String birthDate) {
        return row(
                card,
                nik,
                "ANAK CONTOH",
                birthDate,
                "P",
                "SD",
                "10702345",
                "0123456789",
                "3",
                "14/07/2024",
                "");
    }

    public String text() {
        return String.join("\n", lines) + "\n";
    }
}
