package id.pkh.meeting.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.meeting.meeting.domain.MeetingKind;
import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.TabularFile;
import id.pkh.platform.files.TabularLimits;
import id.pkh.platform.web.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The many ways in which the lines above the list are written. */
class AttendanceSheetTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);
    private static final String HEADER = "No;NIK Pengurus;Nama Pengurus;Kehadiran;Keterangan\n";

    @TempDir Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kode Kelompok;17.71.08.1001-01\nBulan;JANUARI 2026\nTanggal;15/01/2026\n",
                "KODE KELOMPOK ;17.71.08.1001-01\nBULAN;Januari 2026\nTANGGAL;15-01-2026\n",
                "kode kelompok:;17.71.08.1001-01\nbulan:;Jan 2026\ntanggal:;2026-01-15\n",
                "Kode Kelompok;: 17.71.08.1001-01\nBulan;: 01/2026\nTanggal;: 15 Januari 2026\n",
                "Kode Kelompok: 17.71.08.1001-01\nBulan: Januari 2026\nTanggal: 15/01/2026\n",
                "\n\nKode Kelompok;17.71.08.1001-01\n;;\nBulan;JANUARI 2026\n\n"
                        + "Hari/Tanggal;Kamis, 15/01/2026\nTempat;Rumah ketua\n"
            })
    void theHeadingIsReadHoweverItIsWritten(String preamble) {
        SheetHeading heading =
                SheetHeading.of(
                        read("DAFTAR HADIR PERTEMUAN KELOMPOK PKH\n" + preamble + HEADER),
                        MeetingKind.GROUP_MEETING,
                        TODAY);

        assertThat(heading.groupCode()).isEqualTo("17.71.08.1001-01");
        assertThat(heading.month()).isEqualTo(YearMonth.of(2026, 1));
        assertThat(heading.heldOn()).isEqualTo(LocalDate.of(2026, 1, 15));
        assertThat(heading.module()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "DAFTAR HADIR PERTEMUAN KELOMPOK PKH, GROUP_MEETING",
        "Daftar hadir pertemuan kelompok, GROUP_MEETING",
        "DAFTAR HADIR P2K2, P2K2",
        "daftar  hadir p2k2 bulanan, P2K2"
    })
    void theTitleSaysOfWhichKindTheSheetIs(String title, MeetingKind kind) {
        assertThat(read(title + "\n" + HEADER).kind()).contains(kind);
    }

    @Test
    void withoutATitleAModuleMakesItASession() {
        assertThat(read("Modul;KESEHATAN\n" + HEADER).kind()).contains(MeetingKind.P2K2);
        assertThat(read("Bulan;JANUARI 2026\n" + HEADER).kind()).isEmpty();
    }

    @Test
    void linesWithoutNikAndMarkAreNoFamilies() {
        AttendanceSheet sheet =
                read(
                        HEADER
                                + "1;1771085203800001;A;HADIR;\n"
                                + "2;;;;\n"
                                + ";;;ALPA;\n"
                                + ";;Mengetahui;;\n"
                                + ";;Pendamping;;\n");

        assertThat(sheet.families()).hasSize(2);
    }

    @Test
    void columnsMayStandInAnotherOrderAndHaveOtherHeads() {
        AttendanceSheet sheet = read("nama;KEHADIRAN;nik_pengurus\nA;H;1771085203800001\n");

        assertThat(sheet.nik(sheet.families().get(0))).isEqualTo("1771085203800001");
        assertThat(sheet.mark(sheet.families().get(0))).isEqualTo("H");
    }

    @Test
    void aTableWithoutTheTwoColumnsIsNoSheet() {
        assertThatThrownBy(() -> read("No;NIK Pengurus;Nama\n1;1771085203800001;A\n"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.code())
                                        .isEqualTo("SHEET_NOT_AN_ATTENDANCE_SHEET"));
    }

    @Test
    void aHeaderFarBelowIsNotLookedFor() {
        assertThatThrownBy(() -> read("catatan;x\n".repeat(60) + HEADER))
                .isInstanceOf(Refused.class);
    }

    private AttendanceSheet read(String text) {
        try {
            Path file = Files.writeString(Files.createTempFile(directory, "sheet", ".csv"), text);
            ReceivedUpload upload =
                    new ReceivedUpload(file, "0".repeat(64), Files.size(file), "sheet.csv");
            try (TabularFile tabular = TabularFile.open(upload, TabularLimits.defaults())) {
                return AttendanceSheet.read(tabular);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
