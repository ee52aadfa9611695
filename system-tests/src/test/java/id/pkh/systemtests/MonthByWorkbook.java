package id.pkh.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.client.PkhClient;
import id.pkh.client.meeting.model.MeetingKind;
import id.pkh.client.registry.WorkbooksApi;
import id.pkh.client.registry.model.WorkbookResult;
import id.pkh.district.story.Cast;
import id.pkh.district.story.Stage;
import id.pkh.testsupport.files.PersonsWorkbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;

/** Everything is filled in offline, with the words of the drop-downs, and uploaded as one file. */
final class MonthByWorkbook implements MonthWay {

    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("PRESENT", "HADIR"),
                    Map.entry("PRESENT_BY_PROXY", "DIWAKILI"),
                    Map.entry("SICK", "SAKIT"),
                    Map.entry("PERMITTED", "IZIN"),
                    Map.entry("ABSENT", "ALPA"),
                    Map.entry("DATA_DIFFERS", "DATA BERBEDA"),
                    Map.entry("CARD_LOST", "KKS HILANG"));

    private final PkhClient registry;
    private final YearMonth month;
    private final Path folder;
    private final PersonsWorkbook workbook;

    MonthByWorkbook(Stage stage, Cast cast, TwinVillage village, YearMonth month, Path folder) {
        this.registry = stage.registry(cast.facilitatorOf(village.code()));
        this.month = month;
        this.folder = folder;
        this.workbook =
                PersonsWorkbook.opened(
                        read(
                                registry.call(
                                                WorkbooksApi::new,
                                                all -> all.makeWorkbook(month.toString(), null))
                                        .toPath()));
    }

    private Row row(String sheet, String family) {
        return workbook.row(sheet, "Nama pengurus", TwinVillage.nameOfCaretaker(family));
    }

    @Override
    public void meeting(
            MeetingKind kind, LocalDate day, String session, Map<String, String> marks) {
        String title = kind == MeetingKind.P2_K2 ? "P2K2 1" : "Pertemuan kelompok";
        Row meeting = workbook.row("Pertemuan", "Kegiatan", title);
        workbook.write(meeting, "Tanggal", day);
        if (session != null) {
            workbook.write(meeting, "Sesi P2K2", session);
        }
        marks.forEach(
                (family, mark) -> workbook.write(row("Kehadiran", family), title, WORDS.get(mark)));
    }

    @Override
    public void withdrawn(String family, LocalDate day, long rupiah) {
        Row row = row("Pencairan", family);
        workbook.write(row, "Ditarik?", "SUDAH DITARIK")
                .write(row, "Tanggal", day)
                .write(row, "Jumlah (Rp)", rupiah)
                .write(row, "Tempat", "ATM")
                .write(row, "Didampingi", "PENDAMPING");
    }

    @Override
    public void notWithdrawn(String family, LocalDate day, String reason) {
        Row row = row("Pencairan", family);
        workbook.write(row, "Ditarik?", "BELUM DITARIK")
                .write(row, "Tanggal", day)
                .write(row, "Alasan belum", WORDS.get(reason));
    }

    @Override
    public void visitedInVain(String family, LocalDate day) {
        Row row = row("Kunjungan", family);
        workbook.write(row, "Tanggal", day)
                .write(row, "Tujuan", "KOMITMEN")
                .write(row, "Temuan 1", "TIDAK ADA ORANG");
    }

    @Override
    public void visited(String family, LocalDate day, String finding) {
        Row row = row("Kunjungan", family);
        workbook.write(row, "Tanggal", day)
                .write(row, "Tujuan", "PEMUTAKHIRAN DATA")
                .write(row, "Temuan 1", WORDS.get(finding))
                .write(row, "Rumah", "SEWA")
                .write(row, "Pekerjaan kepala keluarga", "NELAYAN")
                .write(row, "Komponen pada KK", 2)
                .write(row, "Jamban", "BERSAMA")
                .write(row, "Air", "DIBELI")
                .write(row, "Listrik", "450 VA");
    }

    @Override
    public void schoolChanged(String family, LocalDate day, String school) {
        Row row = workbook.row("Pemutakhiran", "Nama anggota", TwinVillage.nameOfChild(family, 1));
        workbook.write(row, "Perubahan", "PINDAH SEKOLAH")
                .write(row, "Berlaku mulai", day)
                .write(row, "Jenjang baru", "SMP")
                .write(row, "NPSN baru", Long.parseLong(school))
                .write(row, "Kelas baru", "7")
                .write(row, "Bukti", "SURAT SEKOLAH")
                .write(row, "Letak bukti", "Map 3")
                .write(row, "Tanggal bukti", day);
    }

    @Override
    public void attended(String family, LocalDate day, int present, int absent) {
        Row row = workbook.row("Sekolah", "Nama siswa", TwinVillage.nameOfChild(family, 1));
        workbook.write(row, "Hadir", present).write(row, "Alpa", absent);
    }

    @Override
    public void complains(String family, String type, String text) {
        Row row = row("Pengaduan", family);
        workbook.write(row, "Pengaduan", WORDS.get(type))
                .write(row, "Disampaikan lewat", "TELEPON")
                .write(row, "Uraian", text);
    }

    @Override
    public void send() {
        Path file = saved();
        assertThat(uploaded(file).getRowsApplied()).as("rows that were recorded").isPositive();
    }

    Path saved() {
        try {
            return Files.write(folder.resolve("buku-kerja-" + month + ".xlsx"), workbook.saved());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No row of the file is refused or in conflict. */
    WorkbookResult uploaded(Path file) {
        WorkbookResult result =
                registry.call(
                        WorkbooksApi::new,
                        all -> all.uploadWorkbook(month.toString(), file.toFile(), null));
        assertThat(result.getItems()).as("rows that were not recorded").isEmpty();
        return result;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
