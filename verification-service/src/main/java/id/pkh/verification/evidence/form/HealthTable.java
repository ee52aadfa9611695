package id.pkh.verification.evidence.form;

import id.pkh.platform.files.Columns;
import id.pkh.platform.files.Row;
import id.pkh.platform.files.RowRefusal;
import id.pkh.platform.web.Refused;
import id.pkh.verification.compliance.domain.HealthMonth;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The table of a health service or a social service: one column per month, named by the month.
 *
 * @param months position by month
 */
record HealthTable(
        FormKind kind, int nikColumn, SortedMap<YearMonth, Integer> months, boolean mayRemove)
        implements FormTable {

    static HealthTable of(Preamble preamble, boolean mayRemove) {
        Row header = preamble.header();
        int nik = -1;
        SortedMap<YearMonth, Integer> months = new TreeMap<>();
        boolean isTwice = false;
        for (int i = 0; i < header.cells().size(); i++) {
            int position = i;
            if (nik < 0
                    && Columns.key(header.cell(i))
                            .equals(Columns.key(preamble.kind().nikColumn()))) {
                nik = i;
            }
            isTwice |=
                    Preamble.monthIn(header.cell(i))
                            .map(month -> SchoolTable.monthOfQuarter(preamble, month))
                            .map(month -> months.put(month, position))
                            .isPresent();
        }
        if (isTwice || months.size() != preamble.quarter().months().size()) {
            throw Refused.because("FORM_MONTHS_UNREADABLE").with("line", header.line());
        }
        return new HealthTable(preamble.kind(), nik, months, mayRemove);
    }

    @Override
    public boolean isPerson(Row row) {
        return !nik(row).isEmpty()
                || months.values().stream().anyMatch(column -> !row.cell(column).isEmpty());
    }

    @Override
    public String nik(Row row) {
        return row.cell(nikColumn);
    }

    @Override
    public SortedMap<YearMonth, MonthStatement> statements(Row row) {
        SortedMap<YearMonth, MonthStatement> statements = new TreeMap<>();
        months.forEach(
                (month, column) -> {
                    String cell = row.cell(column);
                    if (!cell.isEmpty()) {
                        statements.put(month, statement(row, month, cell));
                    }
                });
        return statements;
    }

    private MonthStatement statement(Row row, YearMonth month, String cell) {
        boolean namesCare = kind == FormKind.HEALTH;
        Optional<HealthMonth> shown =
                namesCare ? HealthCell.read(cell) : HealthCell.readVisits(cell);
        if (shown.isPresent()) {
            return new MonthStatement.Shown(shown.get());
        }
        if (mayRemove && cell.equalsIgnoreCase(MonthStatement.REMOVAL_WORD)) {
            return MonthStatement.REMOVAL;
        }
        return new MonthStatement.Unreadable(
                RowRefusal.of(
                        row.line(),
                        month.toString(),
                        cell,
                        "VISITS_UNREADABLE",
                        namesCare ? HealthCell.EXPECTED : HealthCell.EXPECTED_VISITS));
    }
}
