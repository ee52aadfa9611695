package id.pkh.meeting.support;

import id.pkh.testsupport.files.Workbooks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An attendance sheet as a facilitator fills it in. */
public final class Sheet {

    private final List<List<String>> lines = new ArrayList<>();

    private Sheet() {}

    public static Sheet groupMeeting(String groupCode, String month, String date) {
        return empty().line("DAFTAR HADIR PERTEMUAN KELOMPOK PKH")
                .line("Kode Kelompok", groupCode)
                .line("Bulan", month)
                .line("Tanggal", date)
                .line("Tempat", "Balai Kelurahan")
                .header();
    }

    public static Sheet p2k2(String groupCode, String month, String date) {
        return empty().line("DAFTAR HADIR P2K2")
                .line("Kode Kelompok", groupCode)
                .line("Bulan", month)
                .line("Tanggal", date)
                .line("Tempat", "Balai Kelurahan")
                .line("Modul", "KESEHATAN DAN GIZI")
                .line("Sesi", "1")
                .header();
    }

    public static Sheet empty() {
        return new Sheet();
    }

    public Sheet line(String... cells) {
        lines.add(List.of(cells));
        return this;
    }

    public Sheet header() {
        return line("No", "NIK Pengurus", "Nama Pengurus", "Kehadiran", "Keterangan");
    }

    public Sheet row(Family family, String mark) {
        return row(family.nik(), mark);
    }

    public Sheet row(String nik, String mark) {
        return line(Integer.toString(lines.size()), nik, "IBU " + lines.size(), mark, "");
    }

    public Sheet all(List<Family> families, String mark) {
        families.forEach(family -> row(family, mark));
        return this;
    }

    public byte[] csv() {
        return text(";").getBytes(StandardCharsets.UTF_8);
    }

    public String text(String separator) {
        return lines.stream()
                .map(cells -> String.join(separator, cells))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    public byte[] xlsx() {
        return Workbooks.xlsx(lines);
    }
}
