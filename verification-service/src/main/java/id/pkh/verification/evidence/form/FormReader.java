package id.pkh.verification.evidence.form;

import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.Row;
import id.pkh.platform.files.TabularFile;
import id.pkh.platform.files.TabularLimits;
import id.pkh.platform.web.Refused;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a form: everything that the file alone contains, without looking a person up. */
public final class FormReader {

    /**
     * More people than any school or health service of the programme has; a larger file is not a
     * form.
     */
    public static final int MAX_ROWS = 20_000;

    private static final TabularLimits LIMITS =
            TabularLimits.defaults().withMaxRows(MAX_ROWS + Preamble.MAX_LINES);

    private FormReader() {}

    /**
     * @param isCorrection whether the form may take earlier entries away
     */
    public static Form read(
            FormKind kind, ReceivedUpload upload, boolean isCorrection, FormRefusals refusals) {
        try (TabularFile file = TabularFile.open(upload, LIMITS)) {
            Iterator<Row> rows = file.rows();
            Preamble preamble = Preamble.read(kind, rows);
            FormTable table =
                    kind == FormKind.SCHOOL
                            ? SchoolTable.of(preamble, isCorrection)
                            : HealthTable.of(preamble, isCorrection);
            return read(preamble, table, rows, refusals);
        }
    }

    private static Form read(
            Preamble preamble, FormTable table, Iterator<Row> rows, FormRefusals refusals) {
        FormKind kind = preamble.kind();
        Map<String, PersonRows> people = new LinkedHashMap<>();
        int rowsRead = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            if (!table.isPerson(row)) {
                continue;
            }
            rowsRead++;
            RowKeys keys = RowKeys.of(kind, table, row);
            if (keys.areMissing()) {
                refusals.row(keys.unreadable());
            } else {
                people.computeIfAbsent(keys.person(), any -> new PersonRows(kind))
                        .add(row.line(), keys, table.nik(row), table.statements(row));
            }
        }
        if (rowsRead == 0) {
            throw Refused.because("FORM_WITHOUT_ROWS");
        }
        List<FormRow> readable =
                people.values().stream()
                        .flatMap(person -> person.readInto(refusals).stream())
                        .toList();
        return new Form(kind, preamble.pointCode(), preamble.quarter(), readable, rowsRead);
    }
}
