package id.pkh.verification.evidence.form;

import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.Row;
import id.pkh.platform.files.RowRefusal;
import id.pkh.platform.files.TabularFile;
import id.pkh.platform.files.TabularLimits;
import id.pkh.platform.security.Nik;
import id.pkh.platform.security.NikCheck;
import id.pkh.platform.web.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a form: everything that the file alone contains, without looking a person up. */
public final class FormReader {

    /**
     * More people than any school or health service of the programme has; a larger file is not a
     * form.
     */
    public static final int MAX_ROWS = 20_000;

    private static final TabularLimits LIMITS = TabularLimits.defaults().withMaxRows(MAX_ROWS);

    private FormReader() {}

    /**
     * @param refuse is called with every row that cannot be read
     */
    public static Form read(FormKind kind, ReceivedUpload upload, Consumer<RowRefusal> refuse) {
        try (TabularFile file = TabularFile.open(upload, LIMITS)) {
            Iterator<Row> rows = file.rows();
            Preamble preamble = Preamble.read(kind, rows);
            FormTable table =
                    kind == FormKind.SCHOOL ? SchoolTable.of(preamble) : HealthTable.of(preamble);
            return read(preamble, table, rows, refuse);
        }
    }

    private static Form read(
            Preamble preamble, FormTable table, Iterator<Row> rows, Consumer<RowRefusal> refuse) {
        List<FormRow> readable = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int rowsRead = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            if (!table.isPerson(row)) {
                continue;
            }
            rowsRead++;
            read(preamble.kind(), table, row, seen, refuse, readable);
        }
        if (rowsRead == 0) {
            throw Refused.because("FORM_WITHOUT_ROWS");
        }
        return new Form(
                preamble.kind(), preamble.pointCode(), preamble.quarter(), readable, rowsRead);
    }

    private static void read(
            FormKind kind,
            FormTable table,
            Row row,
            Set<String> seen,
            Consumer<RowRefusal> refuse,
            List<FormRow> into) {
        String written = table.nik(row);
        NikCheck check = Nik.check(written);
        if (check instanceof NikCheck.Refused refused) {
            refuse.accept(
                    RowRefusal.of(
                            row.line(),
                            kind.nikColumn(),
                            written,
                            refused.code(),
                            refused.expected()));
            return;
        }
        String nik = ((NikCheck.Valid) check).normalised();
        if (!seen.add(nik)) {
            refuse.accept(
                    RowRefusal.of(
                            row.line(),
                            kind.nikColumn(),
                            written,
                            "ROW_TWICE",
                            "one row a person"));
            return;
        }
        List<RowRefusal> problems = new ArrayList<>();
        FormRow read = new FormRow(row.line(), nik, table.entries(row, problems::add));
        if (problems.isEmpty()) {
            into.add(read);
        } else {
            problems.forEach(refuse);
        }
    }
}
