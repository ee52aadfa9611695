package id.pkh.registry.report;

import id.pkh.registry.report.domain.ReportForm;
import id.pkh.registry.report.domain.ReportRow;
import id.pkh.registry.report.domain.ReportSection;
import id.pkh.registry.report.domain.ReportSection.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a report as a workbook: a sheet for the sums, one for each section, one for what is
 * missing.
 */
final class ReportXlsx {

    private static final String HEADER_COLOUR = "D9E1F2";
    private static final String NUMBERS = "#,##0";
    private static final int NAME_CHARS = 40;
    private static final int NUMBER_CHARS = 16;

    private ReportXlsx() {}

    static byte[] of(Report report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "PKH", "1.0")) {
            summary(workbook.newWorksheet("Ringkasan"), report);
            for (ReportSection section : report.sections()) {
                table(
                        workbook.newWorksheet(sheetName(section.title())),
                        report,
                        section.columns(),
                        section.rowsOf(report.rows()));
            }
            List<Column> missing = ReportForm.missing();
            table(
                    workbook.newWorksheet("Belum lengkap"),
                    report,
                    missing,
                    report.rows().stream()
                            .filter(row -> missing.stream().anyMatch(c -> c.value().apply(row) > 0))
                            .toList());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** Names of sheets have 31 characters at most. */
    private static String sheetName(String title) {
        return title.length() <= 31 ? title : title.substring(0, 31).strip();
    }

    private static void summary(Worksheet sheet, Report report) {
        sheet.width(0, NAME_CHARS);
        sheet.width(1, NAME_CHARS);
        sheet.width(2, NUMBER_CHARS);
        sheet.value(0, 0, report.title());
        sheet.style(0, 0).bold().set();
        int line = 1;
        for (String about : report.about()) {
            sheet.value(line++, 0, about);
        }
        line++;
        ReportRow total = report.total();
        for (ReportSection section : report.sections()) {
            for (Column column : section.columns()) {
                sheet.value(line, 0, section.title());
                sheet.value(line, 1, column.header());
                number(sheet, line, 2, column.value().apply(total));
                line++;
            }
        }
    }

    private static void table(
            Worksheet sheet, Report report, List<Column> columns, List<ReportRow> rows) {
        sheet.value(0, 0, "Wilayah atau kelompok");
        sheet.value(0, 1, "Pendamping");
        sheet.width(0, NAME_CHARS);
        sheet.width(1, NAME_CHARS);
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, i + 2, columns.get(i).header());
            sheet.width(i + 2, NUMBER_CHARS);
        }
        sheet.range(0, 0, 0, columns.size() + 1)
                .style()
                .bold()
                .wrapText(true)
                .fillColor(HEADER_COLOUR)
                .set();
        int line = 1;
        for (ReportRow row : rows) {
            row(sheet, line++, report, columns, row);
        }
        row(sheet, line, report, columns, ReportRow.sumOf(rows));
        sheet.range(line, 0, line, columns.size() + 1).style().bold().format(NUMBERS).set();
        sheet.freezePane(1, 1);
    }

    private static void row(
            Worksheet sheet, int line, Report report, List<Column> columns, ReportRow row) {
        sheet.value(line, 0, report.nameOf(row));
        sheet.value(line, 1, report.facilitatorOf(row));
        for (int i = 0; i < columns.size(); i++) {
            number(sheet, line, i + 2, columns.get(i).value().apply(row));
        }
    }

    private static void number(Worksheet sheet, int line, int column, Long value) {
        if (value != null) {
            sheet.value(line, column, value);
            sheet.style(line, column).format(NUMBERS).set();
        }
    }
}
