package id.pkh.verification.evidence.form;

import id.pkh.platform.files.Columns;
import id.pkh.platform.files.Row;
import id.pkh.platform.files.RowRefusal;
import id.pkh.platform.web.Refused;
import id.pkh.verification.compliance.domain.HealthMonth;
import id.pkh.verification.compliance.domain.MonthEvidence;
import java.time.YearMonth;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The table of a health service: one column per month, named by the month.
 *
 * @param months position by month
 */
record HealthTable(int nikColumn, SortedMap<YearMonth, Integer> months) implements FormTable {

    private static final String CLOSED = "TUTUP";
    private static final int MAX_VISITS_A_MONTH = 31;

    static HealthTable of(Preamble preamble) {
        Row header = preamble.header();
        int nik = -1;
        SortedMap<YearMonth, Integer> months = new TreeMap<>();
        for (int i = 0; i < header.cells().size(); i++) {
            int position = i;
            if (nik < 0
                    && Columns.key(header.cell(i))
                            .equals(Columns.key(FormKind.HEALTH.nikColumn()))) {
                nik = i;
            }
            Preamble.monthIn(header.cell(i))
                    .map(month -> SchoolTable.monthOfQuarter(preamble, month))
                    .ifPresent(month -> months.putIfAbsent(month, position));
        }
        if (months.size() != preamble.quarter().months().size()) {
            throw Refused.because("FORM_MONTHS_UNREADABLE").with("line", header.line());
        }
        return new HealthTable(nik, months);
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
    public SortedMap<YearMonth, MonthEvidence> entries(Row row, Consumer<RowRefusal> refuse) {
        SortedMap<YearMonth, MonthEvidence> entries = new TreeMap<>();
        months.forEach(
                (month, column) -> {
                    String cell = row.cell(column);
                    OptionalInt visits = Numbers.whole(cell);
                    if (cell.equalsIgnoreCase(CLOSED)) {
                        entries.put(month, HealthMonth.CLOSED);
                    } else if (visits.isPresent() && visits.getAsInt() <= MAX_VISITS_A_MONTH) {
                        entries.put(month, HealthMonth.visits(visits.getAsInt()));
                    } else if (!cell.isEmpty()) {
                        refuse.accept(
                                RowRefusal.of(
                                        row.line(),
                                        month.toString(),
                                        cell,
                                        "VISITS_UNREADABLE",
                                        "0 - " + MAX_VISITS_A_MONTH + ", " + CLOSED));
                    }
                });
        return entries;
    }
}
