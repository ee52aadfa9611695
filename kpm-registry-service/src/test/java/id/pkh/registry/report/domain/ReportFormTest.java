package id.pkh.registry.report.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.report.domain.ReportSection.Column;
import id.pkh.testsupport.RuleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReportFormTest {

    private static final ReportRow HELP =
            new ReportRow(
                    "17.71.08.1001",
                    null,
                    Map.of(
                            "COMPLAINTS", Map.of("DONE", 1L),
                            "COMPLEMENTARY_LACKING", Map.of("KIP", 2L),
                            "ADVOCACIES", Map.of("LISTED", 1L),
                            "GRADUATIONS", Map.of("FORWARDED", 1L)));
    private static final ReportRow ROW =
            new ReportRow(
                    "17.71.08.1001",
                    null,
                    Map.of(
                            "FAMILIES", Map.of("", 8L),
                            "GROUPS_NOT_MET", Map.of("DISASTER", 1L, "FACILITATOR_ABSENT", 2L),
                            "GROUP_MEETING_MARKS",
                                    Map.of("PRESENT", 5L, "PRESENT_BY_PROXY", 1L, "ABSENT", 3L),
                            "P2K2_FAMILIES", Map.of("HEALTH", 3L, "FINANCE", 1L),
                            "DATA_UPDATES", Map.of("ACCEPTED", 4L),
                            "HOME_VISITS", Map.of("DATA", 2L),
                            "REGISTERED_FAMILIES", Map.of("ACTIVE", 8L),
                            "MEMBERS_TO_VERIFY", Map.of("", 9L),
                            "MEMBERS_VERIFIED", Map.of("", 8L)));

    private static final ReportRow BOTH = ReportRow.sumOf(List.of(ROW, HELP));

    private static final Map<String, String> OF_ITEMS =
            Map.of(
                    "Keluarga: module", "Keluarga: Kesehatan",
                    "Pemutakhiran: state", "Pemutakhiran: Diterima",
                    "Kunjungan: purpose", "Kunjungan: Data",
                    "Keluarga: status", "Keluarga: Aktif",
                    "Pengaduan: state", "Pengaduan: Selesai",
                    "Belum menerima: programme", "Belum menerima: KIP",
                    "Advokasi: state", "Advokasi: Didaftar",
                    "Graduasi: state", "Graduasi: Diteruskan");

    /** "section / column" of a report to what the row has there. */
    private static Map<String, Long> columns() {
        Map<String, Long> values = new TreeMap<>();
        for (ReportSection section : ReportForm.sections(List.of(ROW, HELP))) {
            for (Column column : section.columns()) {
                values.put(section.title() + " / " + column.header(), column.value().apply(BOTH));
            }
        }
        return values;
    }

    @Test
    void thePageNamesEveryColumn() {
        List<String> named = new ArrayList<>();
        for (List<String> row : RuleTable.rows("report.md", "section", "column", "figure")) {
            named.add(row.get(0) + " / " + OF_ITEMS.getOrDefault(row.get(1), row.get(1)));
        }
        named.add("P2K2 / Keluarga: Keuangan");
        assertThat(columns().keySet()).containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void columnsAreMadeOfFigures() {
        assertThat(columns())
                .containsEntry("Pertemuan kelompok / Tidak diadakan", 3L)
                .containsEntry("Pertemuan kelompok / Pertemuan", 0L)
                .containsEntry("Kehadiran di pertemuan kelompok / Hadir (%)", 66L)
                .containsEntry("P2K2 / Keluarga: Kesehatan", 3L)
                .containsEntry("P2K2 / Keluarga di modul kesehatan (%)", 37L)
                .containsEntry("Verifikasi komitmen / Lengkap (%)", 88L);
    }

    @Test
    void whatIsMissingIsCountedToo() {
        assertThat(ReportForm.missing())
                .extracting(column -> column.value().apply(ROW))
                .containsExactly(0L, 0L, 0L, 1L, 0L);
    }

    @Test
    void aSectionHasNoRowsThatWouldSayZeroOfWhatIsNotKnown() {
        ReportRow village = new ReportRow("17.71.08.1001", null, Map.of());
        ReportRow group = new ReportRow("17.71.08.1001", "17.71.08.1001-01", Map.of());
        ReportRow verified =
                new ReportRow("17.71.08.1002", null, Map.of("MEMBERS_TO_VERIFY", Map.of("", 1L)));
        List<ReportRow> byGroup = List.of(village, group, verified);
        List<ReportSection> sections = ReportForm.sections(byGroup);
        assertThat(sections.get(0).rowsOf(byGroup)).containsExactly(group);
        assertThat(sections.get(3).rowsOf(byGroup)).containsExactly(village, verified);
        assertThat(sections.get(0).rowsOf(List.of(village, verified))).hasSize(2);
        assertThat(sections.get(0).rowsOf(List.of(group, ROW))).containsExactly(group, ROW);
    }

    @Test
    void nothingIsDividedByNothingAndSumsAreOfAllRows() {
        ReportRow empty = new ReportRow("17.71.08.1002", null, Map.of());
        Column percent =
                ReportForm.sections(List.of(empty)).get(3).columns().stream()
                        .filter(column -> column.header().equals("Lengkap (%)"))
                        .findFirst()
                        .orElseThrow();
        assertThat(percent.value().apply(empty)).isNull();
        ReportRow sum = ReportRow.sumOf(List.of(ROW, ROW, empty));
        assertThat(sum.of("FAMILIES")).isEqualTo(16);
        assertThat(percent.value().apply(sum)).isEqualTo(88);
    }
}
