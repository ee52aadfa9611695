package id.pkh.registry.report;

import static id.pkh.platform.pdf.SheetPen.GAP;
import static id.pkh.platform.pdf.SheetPen.HEADING;
import static id.pkh.platform.pdf.SheetPen.LEFT;
import static id.pkh.platform.pdf.SheetPen.PARAGRAPH;
import static id.pkh.platform.pdf.SheetPen.SUBHEADING;
import static id.pkh.platform.pdf.SheetPen.leading;

import id.pkh.platform.pdf.SheetPen;
import id.pkh.platform.pdf.TaggedFile;
import id.pkh.registry.report.domain.ReportRow;
import id.pkh.registry.report.domain.ReportSection;
import id.pkh.registry.report.domain.ReportSection.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a report as PDF: a table for each section, its sums in the last line. */
final class ReportPdf {

    // lengths are in tenths of a point
    private static final int TITLE = 130;
    private static final int TEXT = 95;
    private static final int CELL = 75;
    private static final int NAME_WIDTH = 2_000;
    private static final int CELL_GAP = 40;

    /** A heading does not stay alone at the foot of a sheet. */
    private static final int LINES_WITH_HEADING = 6;

    private final Report report;
    private final SheetPen pen;
    private final NumberFormat numbers = NumberFormat.getIntegerInstance(new Locale("id", "ID"));

    private ReportPdf(Report report, SheetPen pen) {
        this.report = report;
        this.pen = pen;
    }

    static void write(Report report, OutputStream out) throws IOException {
        try (TaggedFile file = new TaggedFile(out, report.title());
                SheetPen pen = SheetPen.lying(file.font(), report.about().get(0))) {
            new ReportPdf(report, pen).draw();
            file.add(pen.finish());
            file.finish();
        }
    }

    private void draw() throws IOException {
        pen.paragraph(HEADING, report.title(), TITLE, true);
        for (String line : report.about()) {
            pen.paragraph(PARAGRAPH, line, TEXT, false);
        }
        for (ReportSection section : report.sections()) {
            if (!section.columns().isEmpty()) {
                section(section);
            }
        }
    }

    private void section(ReportSection section) throws IOException {
        pen.need(leading(TEXT) + leading(CELL) * LINES_WITH_HEADING + GAP * 4);
        pen.down(GAP * 2);
        pen.paragraph(SUBHEADING, section.title(), TEXT, true);
        header(section.columns());
        for (ReportRow row : section.rowsOf(report.rows())) {
            row(section.columns(), row, false);
        }
        row(section.columns(), report.total(), true);
    }

    private void header(List<Column> columns) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        int lines = 1;
        for (Column column : columns) {
            List<String> cell = pen.lines(column.header(), CELL, widthOf(columns) - CELL_GAP);
            cells.add(cell);
            lines = Math.max(lines, cell.size());
        }
        int top = pen.y();
        for (int i = 0; i < cells.size(); i++) {
            pen.moveTo(top);
            for (String line : cells.get(i)) {
                pen.pieceEndingAt(PARAGRAPH, line, CELL, rightOf(columns, i), true);
            }
        }
        pen.moveTo(top - leading(CELL) * lines);
        pen.down(GAP / 4);
        pen.rule(LEFT, pen.width());
        pen.down(GAP / 4);
    }

    private void row(List<Column> columns, ReportRow row, boolean isBold) throws IOException {
        List<String> name = pen.lines(report.nameOf(row), CELL, NAME_WIDTH - CELL_GAP);
        if (pen.need(leading(CELL) * name.size())) {
            header(columns);
        }
        int top = pen.y();
        pen.piece(PARAGRAPH, name, CELL, LEFT, isBold);
        int below = pen.y();
        for (int i = 0; i < columns.size(); i++) {
            Long value = columns.get(i).value().apply(row);
            pen.moveTo(top);
            pen.pieceEndingAt(
                    PARAGRAPH,
                    value == null ? "–" : numbers.format(value),
                    CELL,
                    rightOf(columns, i),
                    isBold);
        }
        pen.moveTo(below);
    }

    private int widthOf(List<Column> columns) {
        return (pen.width() - NAME_WIDTH) / columns.size();
    }

    private int rightOf(List<Column> columns, int column) {
        return LEFT + NAME_WIDTH + widthOf(columns) * (column + 1);
    }
}
