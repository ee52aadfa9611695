package id.pkh.registry.imports;

import id.pkh.platform.files.ColumnSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.ResourceBundle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An empty list of a kind as a workbook in Indonesian: a sheet to be filled in, whose cells are
 * text, so that no program shortens a long number; and a sheet that explains its columns.
 */
final class ListTemplate {

    static final String EXPLANATION = "Penjelasan";

    private static final String LIST = "Data";
    private static final String TEXT = "@";
    private static final int HEADER_ROWS = 1;
    private static final int PREPARED_ROWS = 1_000;
    private static final int COLUMN_CHARS = 22;
    private static final List<String> EXPLAINED = List.of("Kolom", "Wajib", "Isi", "Contoh");
    private static final List<Integer> EXPLAINED_CHARS = List.of(20, 8, 90, 28);

    private ListTemplate() {}

    static byte[] of(RowImport<?> kind) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "PKH", "1.0")) {
            list(workbook.newWorksheet(LIST), kind);
            explanation(workbook.newWorksheet(EXPLANATION), kind);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void list(Worksheet sheet, RowImport<?> kind) {
        ColumnSpec[] columns = kind.columns();
        for (int i = 0; i < columns.length; i++) {
            sheet.value(0, i, columns[i].name());
            sheet.comment(0, i, ColumnTexts.meaning(kind.kind(), columns[i]));
            sheet.width(i, COLUMN_CHARS);
            sheet.style(i).format(TEXT).set();
        }
        sheet.range(HEADER_ROWS, 0, PREPARED_ROWS, columns.length - 1).style().format(TEXT).set();
        sheet.range(0, 0, 0, columns.length - 1).style().bold().format(TEXT).set();
        sheet.freezePane(0, HEADER_ROWS);
    }

    private static void explanation(Worksheet sheet, RowImport<?> kind) {
        row(sheet, 0, EXPLAINED);
        int line = 1;
        for (ColumnSpec column : kind.columns()) {
            row(
                    sheet,
                    line,
                    List.of(
                            column.name(),
                            column.isRequired() ? "ya" : "tidak",
                            ColumnTexts.meaning(kind.kind(), column),
                            ColumnTexts.example(kind.kind(), column)));
            line++;
        }
        for (int i = 0; i < EXPLAINED.size(); i++) {
            sheet.width(i, EXPLAINED_CHARS.get(i));
        }
        sheet.range(0, 0, 0, EXPLAINED.size() - 1).style().bold().set();
        sheet.range(1, 0, line, EXPLAINED.size() - 1).style().wrapText(true).format(TEXT).set();
    }

    private static void row(Worksheet sheet, int line, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(line, i, cells.get(i));
        }
    }

    /** What the columns of the lists mean, in Indonesian, each with an example. */
    static final class ColumnTexts {

        private static final ResourceBundle TEXTS = ResourceBundle.getBundle("list-columns");

        private ColumnTexts() {}

        static String meaning(String kind, ColumnSpec column) {
            return TEXTS.getString(kind + "." + column.name());
        }

        /** Empty for a column that most lists leave empty. */
        static String example(String kind, ColumnSpec column) {
            String key = kind + "." + column.name() + ".contoh";
            return TEXTS.containsKey(key) ? TEXTS.getString(key) : "";
        }
    }
}
