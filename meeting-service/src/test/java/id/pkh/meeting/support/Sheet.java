package id.pkh.meeting.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Sheet1");
            for (int row = 0; row < lines.size(); row++) {
                for (int column = 0; column < lines.get(row).size(); column++) {
                    sheet.value(row, column, lines.get(row).get(column));
                }
            }
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
