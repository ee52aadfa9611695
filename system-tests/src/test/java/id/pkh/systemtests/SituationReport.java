package id.pkh.systemtests;

import id.pkh.client.registry.ReportsApi;
import id.pkh.district.story.Cast;
import id.pkh.district.story.Stage;
import id.pkh.testsupport.files.PersonsWorkbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;

/**
 * The report of a month as people open it, and the sum of the sheets that were sent in the month,
 * which is made from the sheets alone.
 */
final class SituationReport {

    private static final String MEETINGS = "Pertemuan kelompok / Pertemuan ";
    private static final String SESSIONS = "P2K2 / Sesi ";
    private static final String MARKS = "Kehadiran di pertemuan kelompok / ";
    private static final String CAME_TO_P2K2 = "P2K2 / Hadir ";
    private static final String WITHDRAWN = "Penyaluran / Ditarik ";
    private static final String WITHDRAWN_IDR = "Penyaluran / Ditarik (Rp) ";
    private static final List<String> OF_SHEETS =
            List.of(MEETINGS, SESSIONS, MARKS, CAME_TO_P2K2, WITHDRAWN, WITHDRAWN_IDR);
    private static final Map<String, String> MARK_WORDS =
            Map.of("H", "Hadir", "SAKIT", "Sakit", "ALPA", "Alpa");

    private final Stage stage;
    private final Cast cast;
    private final Path folder;

    SituationReport(Stage stage, Cast cast, Path folder) {
        this.stage = stage;
        this.cast = cast;
        this.folder = folder;
    }

    /** The report that the facilitator of the village makes. */
    List<String> ofFacilitator(String month) {
        return lines(
                stage.registry(cast.facilitatorOf(YearVillage.CODE))
                        .call(
                                ReportsApi::new,
                                reports -> reports.makeReportXlsx(month, null, null, null))
                        .toPath());
    }

    List<String> ofVillage(String month) {
        return lines(
                stage.registry(cast.coordinator(YearVillage.SUB_DISTRICT))
                        .call(
                                ReportsApi::new,
                                reports ->
                                        reports.makeReportXlsx(month, YearVillage.CODE, null, null))
                        .toPath());
    }

    /** A line for each number that is not 0: its section, its header and itself. */
    static List<String> lines(Path report) {
        DataFormatter shown = new DataFormatter();
        List<String> lines = new ArrayList<>();
        for (Row row : opened(report).poi().getSheet("Ringkasan")) {
            Cell value = row.getCell(2);
            if (value != null && !shown.formatCellValue(value).equals("0")) {
                lines.add(
                        shown.formatCellValue(row.getCell(0))
                                + " / "
                                + shown.formatCellValue(row.getCell(1))
                                + " "
                                + shown.formatCellValue(value).replace(",", ""));
            }
        }
        return lines.stream().sorted().toList();
    }

    private static PersonsWorkbook opened(Path report) {
        try {
            return PersonsWorkbook.opened(Files.readAllBytes(report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a line of the report is a sum of sheets, and no percentage of such sums. */
    static boolean isOfSheets(String line) {
        return OF_SHEETS.stream().anyMatch(line::startsWith) && !line.contains("(%)");
    }

    /**
     * @param cameToMakeUp families that came to a session that makes up for another one; such
     *     sessions have no sheet
     */
    List<String> addedUp(String month, List<String> cameToMakeUp) {
        Map<String, Long> sums = new TreeMap<>(Map.of(CAME_TO_P2K2, (long) cameToMakeUp.size()));
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().contains(month))
                    .forEach(file -> addUp(file, sums));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sums.entrySet().stream().map(sum -> sum.getKey() + sum.getValue()).sorted().toList();
    }

    private static void addUp(Path sheet, Map<String, Long> sums) {
        String name = sheet.getFileName().toString();
        List<String[]> rows = rows(sheet);
        if (name.startsWith("group-meeting")) {
            add(sums, MEETINGS, 1);
            marks(rows).forEach(mark -> add(sums, MARKS + MARK_WORDS.get(mark) + " ", 1));
        } else if (name.startsWith("p2k2")) {
            add(sums, SESSIONS, 1);
            add(sums, CAME_TO_P2K2, marks(rows).stream().filter("H"::equals).count());
        } else if (name.startsWith("withdrawals")) {
            for (String[] row : rows.subList(1, rows.size())) {
                add(sums, WITHDRAWN, 1);
                add(sums, WITHDRAWN_IDR, Long.parseLong(row[4]));
            }
        }
    }

    private static void add(Map<String, Long> sums, String line, long count) {
        sums.merge(line, count, Long::sum);
    }

    /** The fourth column of the rows that begin with a number. */
    private static List<String> marks(List<String[]> rows) {
        return rows.stream()
                .filter(row -> row.length > 3 && row[0].matches("\\d+"))
                .map(row -> row[3])
                .toList();
    }

    private static List<String[]> rows(Path sheet) {
        try {
            return Files.readAllLines(sheet).stream().map(line -> line.split(";")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
