package id.pkh.registry.report.domain;

import id.pkh.registry.report.domain.ReportSection.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Which figures stand where in a report: the sections of docs/rules/report.md. */
public final class ReportForm {

    private static final String GROUP_MEETING = "GROUP_MEETING";
    private static final String P2K2 = "P2K2";
    private static final String FAMILIES = "FAMILIES";

    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("", "Tanpa kode"),
                    Map.entry("PARENTING", "Pengasuhan"),
                    Map.entry("FINANCE", "Keuangan"),
                    Map.entry("HEALTH", "Kesehatan"),
                    Map.entry("PROTECTION", "Perlindungan anak"),
                    Map.entry("WELFARE", "Kesejahteraan"),
                    Map.entry("STUNTING", "Stunting"),
                    Map.entry("ADAPTIVE", "Adaptif"),
                    Map.entry("SUBMITTED", "Menunggu"),
                    Map.entry("ACCEPTED", "Diterima"),
                    Map.entry("RETURNED", "Dikembalikan"),
                    Map.entry("WITHDRAWN", "Dicabut"),
                    Map.entry("DATA", "Data"),
                    Map.entry("COMMITMENT", "Komitmen"),
                    Map.entry("COMPLAINT", "Pengaduan"),
                    Map.entry("GRADUATION", "Graduasi"),
                    Map.entry("NOTICE", "Surat"),
                    Map.entry("INITIAL_TRACING", "Penelusuran awal"),
                    Map.entry("OPEN", "Baru"),
                    Map.entry("IN_PROGRESS", "Dikerjakan"),
                    Map.entry("FOLLOWED_UP", "Ditindaklanjuti"),
                    Map.entry("DONE", "Selesai"),
                    Map.entry("REJECTED", "Ditolak"),
                    Map.entry("LISTED", "Didaftar"),
                    Map.entry("REPORTED", "Dilaporkan"),
                    Map.entry("PROPOSED", "Diusulkan"),
                    Map.entry("GRANTED", "Disetujui"),
                    Map.entry("REFUSED", "Tidak disetujui"),
                    Map.entry("RECEIVES", "Menerima"),
                    Map.entry("STILL_NOT", "Belum menerima"),
                    Map.entry("FORWARDED", "Diteruskan"),
                    Map.entry("DISMISSED", "Tidak diputuskan"),
                    Map.entry("CONFIRMED", "Diputuskan"),
                    Map.entry("GRADUATED", "Lulus"),
                    Map.entry("LIFTED", "Dibatalkan"),
                    Map.entry("ACTIVE", "Aktif"),
                    Map.entry("SUSPENDED", "Ditangguhkan"));

    private ReportForm() {}

    /** The sections; columns of items are those that occur in the rows. */
    public static List<ReportSection> sections(Collection<ReportRow> rows) {
        return List.of(
                meetings(),
                attendance(),
                p2k2(rows),
                verification(),
                field(rows),
                help(rows),
                payments());
    }

    /** What is missing of each area and group. */
    public static List<Column> missing() {
        return List.of(
                Column.of("Pertemuan belum tercatat", "GROUPS_WITHOUT_RECORD", GROUP_MEETING),
                Column.of("P2K2 belum tercatat", "GROUPS_WITHOUT_RECORD", P2K2),
                Column.of("Sekolah dan layanan belum lapor", "SERVICE_POINTS_NOT_REPORTED"),
                new Column(
                        "Anggota belum diverifikasi",
                        row -> row.of("MEMBERS_TO_VERIFY") - row.of("MEMBERS_VERIFIED")),
                Column.of("Penarikan belum dilaporkan", "WITHDRAWAL_NOT_REPORTED"));
    }

    private static ReportSection meetings() {
        return new ReportSection(
                "Pertemuan kelompok",
                true,
                List.of(
                        Column.of("Keluarga", FAMILIES),
                        Column.of("Kelompok", "GROUPS"),
                        Column.of("Pertemuan", "GROUP_MEETING_HELD"),
                        Column.of("Susulan", "MADE_UP", GROUP_MEETING),
                        Column.of("Kelompok bertemu", "GROUPS_MET", GROUP_MEETING),
                        Column.of("Tidak diadakan", "GROUPS_NOT_MET"),
                        Column.of("Belum tercatat", "GROUPS_WITHOUT_RECORD", GROUP_MEETING)));
    }

    private static ReportSection attendance() {
        return new ReportSection(
                "Kehadiran di pertemuan kelompok", true, marks("GROUP_MEETING_MARKS"));
    }

    private static List<Column> marks(String figure) {
        Function<ReportRow, Long> present =
                row -> row.of(figure, "PRESENT") + row.of(figure, "PRESENT_BY_PROXY");
        return List.of(
                Column.of("Hadir", figure, "PRESENT"),
                Column.of("Diwakili", figure, "PRESENT_BY_PROXY"),
                Column.of("Sakit", figure, "SICK"),
                Column.of("Izin", figure, "PERMITTED"),
                Column.of("Alpa", figure, "ABSENT"),
                Column.of("Tidak ditandai", figure, "UNMARKED"),
                Column.percent("Hadir (%)", present, row -> row.of(figure)));
    }

    private static ReportSection p2k2(Collection<ReportRow> rows) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("Sesi", "P2K2_HELD"));
        columns.add(Column.of("Susulan", "MADE_UP", P2K2));
        columns.add(Column.of("Kelompok bertemu", "GROUPS_MET", P2K2));
        columns.add(Column.of("Belum tercatat", "GROUPS_WITHOUT_RECORD", P2K2));
        columns.add(
                new Column(
                        "Hadir",
                        row ->
                                row.of("P2K2_MARKS", "PRESENT")
                                        + row.of("P2K2_MARKS", "PRESENT_BY_PROXY")));
        columns.addAll(byItem("Keluarga: ", "P2K2_FAMILIES", rows));
        columns.add(
                Column.percent(
                        "Keluarga di modul kesehatan (%)",
                        row -> row.of("P2K2_FAMILIES", "HEALTH"), row -> row.of(FAMILIES)));
        return new ReportSection("P2K2", true, columns);
    }

    private static ReportSection verification() {
        return new ReportSection(
                "Verifikasi komitmen",
                false,
                List.of(
                        Column.of("Wajib diverifikasi", "MEMBERS_TO_VERIFY"),
                        Column.of("Lengkap", "MEMBERS_VERIFIED"),
                        Column.percent(
                                "Lengkap (%)",
                                row -> row.of("MEMBERS_VERIFIED"),
                                row -> row.of("MEMBERS_TO_VERIFY")),
                        Column.of(
                                "Sekolah dan layanan belum lapor", "SERVICE_POINTS_NOT_REPORTED")));
    }

    private static ReportSection field(Collection<ReportRow> rows) {
        List<Column> columns = new ArrayList<>();
        columns.addAll(byItem("Pemutakhiran: ", "DATA_UPDATES", rows));
        columns.addAll(byItem("Kunjungan: ", "HOME_VISITS", rows));
        columns.addAll(byItem("Keluarga: ", "REGISTERED_FAMILIES", rows));
        columns.addAll(byItem("Graduasi: ", "GRADUATIONS", rows));
        return new ReportSection("Pemutakhiran data dan kunjungan rumah", true, columns);
    }

    private static ReportSection help(Collection<ReportRow> rows) {
        List<Column> columns = new ArrayList<>();
        columns.addAll(byItem("Pengaduan: ", "COMPLAINTS", rows));
        columns.addAll(byItem("Belum menerima: ", "COMPLEMENTARY_LACKING", rows));
        columns.addAll(byItem("Advokasi: ", "ADVOCACIES", rows));
        return new ReportSection("Pengaduan dan bantuan lain", true, columns);
    }

    private static ReportSection payments() {
        return new ReportSection(
                "Penyaluran",
                false,
                List.of(
                        Column.of("Dikirim", "PAYMENTS_SENT"),
                        Column.of("Dikirim (Rp)", "PAYMENTS_SENT_IDR"),
                        Column.of("Dikreditkan", "PAYMENTS_CREDITED"),
                        Column.of("Dikreditkan (Rp)", "PAYMENTS_CREDITED_IDR"),
                        Column.of("Ditarik", "WITHDRAWN"),
                        Column.of("Ditarik (Rp)", "WITHDRAWN_IDR"),
                        Column.of("Tidak ditarik", "NOT_WITHDRAWN"),
                        Column.of("Belum dilaporkan", "WITHDRAWAL_NOT_REPORTED")));
    }

    private static List<Column> byItem(String prefix, String figure, Collection<ReportRow> rows) {
        return ReportRow.itemsOf(figure, rows).stream()
                .map(item -> Column.of(prefix + WORDS.getOrDefault(item, item), figure, item))
                .toList();
    }
}
