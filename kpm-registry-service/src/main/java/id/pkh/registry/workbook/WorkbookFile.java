package id.pkh.registry.workbook;

import id.pkh.registry.workbook.SheetForm.SheetRow;
import id.pkh.registry.workbook.UploadedRows.UploadedRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a workbook. Each row begins with its token; cells that are not to be filled in are locked,
 * against mistakes and not against people: the instructions name the password. Only features that
 * programs of 2007 know are used.
 */
final class WorkbookFile {

    /** Opens a locked sheet, for people who want to sort it. */
    static final String PASSWORD = "pkh";

    static final String RESULT_HEADER = "Hasil unggahan";

    private static final String APPLICATION = "PKH";
    private static final String VERSION = "1.0";
    private static final String HEADER_COLOUR = "D9E1F2";
    private static final String EDITABLE_COLOUR = "FFF9E5";
    private static final String TOKEN_COLOUR = "A6A6A6";
    private static final String DATE_FORMAT = "dd/mm/yyyy";
    private static final int TOKEN_CHARS = 11;
    private static final int RESULT_CHARS = 60;
    private static final int FIRST_COLUMN = 1;

    /** Sorting, filtering and wider columns stay possible. */
    private static final Set<SheetProtectionOption> LOCKED =
            EnumSet.of(
                    SheetProtectionOption.SHEET,
                    SheetProtectionOption.OBJECTS,
                    SheetProtectionOption.SCENARIOS,
                    SheetProtectionOption.INSERT_COLUMNS,
                    SheetProtectionOption.DELETE_COLUMNS);

    private final WorkbookParts parts;
    private final RowTokens tokens;
    private final WorkbookFacts facts;
    private final Instant madeAt;
    private final Map<List<String>, String> results;
    private final Map<List<String>, UploadedRow> kept;
    private final Map<Map<String, String>, Range> lists = new HashMap<>();

    /**
     * A workbook to be filled in.
     *
     * @param returned what became of an earlier upload; null for a first workbook
     */
    WorkbookFile(
            WorkbookParts parts,
            RowTokens tokens,
            WorkbookFacts facts,
            Instant madeAt,
            ReturnedRows returned) {
        this.parts = parts;
        this.tokens = tokens;
        this.facts = facts;
        this.madeAt = madeAt;
        this.results = returned == null ? null : returned.results();
        this.kept = returned == null ? Map.of() : returned.kept();
    }

    byte[] bytes(FrontSheets front) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, APPLICATION, VERSION)) {
            workbook.setCompressionLevel(Deflater.BEST_SPEED);
            front.write(workbook);
            Worksheet choices = workbook.newWorksheet("Daftar");
            for (SheetForm form : parts.sheets().toList()) {
                write(workbook.newWorksheet(form.sheetName()), form, choices);
            }
            choices.setVisibilityState(VisibilityState.HIDDEN);
            choices.protect(PASSWORD, LOCKED);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private void write(Worksheet sheet, SheetForm form, Worksheet choices) {
        List<SheetColumn> columns = form.columns(facts);
        header(sheet, columns);
        int line = 0;
        for (SheetRow row : form.rows(facts)) {
            if (row.isOffered()) {
                line++;
                row(sheet, line, form, columns, row);
            }
        }
        if (line > 0) {
            for (int i = 0; i < columns.size(); i++) {
                style(sheet, columns.get(i), FIRST_COLUMN + i, line, choices);
            }
            sheet.range(1, 0, line, 0).style().fontColor(TOKEN_COLOUR).set();
        }
        sheet.freezePane(FIRST_COLUMN, 1);
        sheet.protect(PASSWORD, LOCKED);
    }

    private void header(Worksheet sheet, List<SheetColumn> columns) {
        sheet.value(0, 0, UploadedRows.TOKEN_HEADER);
        sheet.width(0, TOKEN_CHARS);
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, FIRST_COLUMN + i, columns.get(i).header());
            sheet.width(FIRST_COLUMN + i, columns.get(i).chars());
        }
        int last = columns.size();
        if (results != null) {
            last++;
            sheet.value(0, last, RESULT_HEADER);
            sheet.width(last, RESULT_CHARS);
        }
        sheet.range(0, 0, 0, last).style().bold().fillColor(HEADER_COLOUR).set();
    }

    private void row(
            Worksheet sheet, int line, SheetForm form, List<SheetColumn> columns, SheetRow row) {
        Map<String, String> whenMade = new HashMap<>();
        List<String> about = ChangedRows.heldAs(form.code(), row.ids());
        UploadedRow sent = kept.get(about);
        for (int i = 0; i < columns.size(); i++) {
            SheetColumn column = columns.get(i);
            String value = row.value(column.code());
            if (column.isEditable() && !value.isEmpty()) {
                whenMade.put(column.code(), value);
            }
            if (column.isEditable() && sent != null && !sent.cell(column).isEmpty()) {
                sheet.value(line, FIRST_COLUMN + i, sent.cell(column));
            } else if (!value.isEmpty()) {
                cell(sheet, line, FIRST_COLUMN + i, column, value);
            }
        }
        sheet.value(
                line,
                0,
                tokens.seal(
                        new RowKey(
                                form.code(),
                                facts.holder().id(),
                                facts.month(),
                                madeAt,
                                row.ids(),
                                whenMade)));
        if (results != null && results.containsKey(about)) {
            sheet.value(line, FIRST_COLUMN + columns.size(), results.get(about));
        }
    }

    private static void cell(Worksheet sheet, int line, int at, SheetColumn column, String value) {
        switch (column.entry()) {
            case DATE -> sheet.value(line, at, LocalDate.parse(value));
            case NUMBER -> sheet.value(line, at, Long.valueOf(value));
            default -> sheet.value(line, at, column.written(value));
        }
    }

    private void style(Worksheet sheet, SheetColumn column, int at, int lines, Worksheet choices) {
        if (!column.isEditable()) {
            return;
        }
        Range cells = sheet.range(1, at, lines, at);
        var style = cells.style().fillColor(EDITABLE_COLOUR);
        style.protectionOption(ProtectionOption.LOCKED, false);
        if (column.entry() == SheetColumn.Entry.DATE) {
            style.format(DATE_FORMAT);
        }
        style.set();
        if (!column.choices().isEmpty()) {
            cells.validateWithList(list(choices, column.choices()));
        }
    }

    /** Lists stand on a sheet of their own, because long ones do not fit into a rule. */
    private Range list(Worksheet sheet, Map<String, String> choices) {
        return lists.computeIfAbsent(
                choices,
                missing -> {
                    int at = lists.size();
                    int line = 0;
                    for (String label : choices.values()) {
                        sheet.value(line++, at, label);
                    }
                    return sheet.range(0, at, line - 1, at);
                });
    }
}
