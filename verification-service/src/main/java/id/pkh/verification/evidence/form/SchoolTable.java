package id.pkh.verification.evidence.form;

import id.pkh.platform.files.Columns;
import id.pkh.platform.files.Row;
import id.pkh.platform.web.Refused;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A school's table: for each month a block alpa, izin, sakit, jml, persen, with the month's name
 * above it.
 */
record SchoolTable(int nikColumn, int nisnColumn, List<MonthBlock> blocks, boolean mayRemove)
        implements FormTable {

    static final String NISN = "nisn";

    private static final String FIRST_OF_BLOCK = "alpa";

    static SchoolTable of(Preamble preamble, boolean mayRemove) {
        Row header = preamble.header();
        int nik = -1;
        int nisn = -1;
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < header.cells().size(); i++) {
            String key = Columns.key(header.cell(i));
            if (nik < 0 && key.equals(Columns.key(FormKind.SCHOOL.nikColumn()))) {
                nik = i;
            } else if (nisn < 0 && key.equals(NISN)) {
                nisn = i;
            } else if (startsBlock(header.cell(i))) {
                starts.add(i);
            }
        }
        List<MonthBlock> blocks = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : header.cells().size();
            blocks.add(
                    MonthBlock.of(
                            header, monthAbove(preamble, starts.get(i), end), starts.get(i), end));
        }
        int months = preamble.quarter().months().size();
        if (blocks.size() != months
                || blocks.stream().map(MonthBlock::month).distinct().count() != months) {
            throw Refused.because("FORM_MONTHS_UNREADABLE").with("line", header.line());
        }
        return new SchoolTable(nik, nisn, blocks, mayRemove);
    }

    static boolean startsBlock(String cell) {
        String key = Columns.key(cell);
        return key.equals(FIRST_OF_BLOCK) || key.equals("alfa");
    }

    private static YearMonth monthAbove(Preamble preamble, int start, int end) {
        Row row = preamble.monthRow();
        Optional<Month> month = Optional.empty();
        for (int i = start; row != null && month.isEmpty() && i < end; i++) {
            month = Preamble.monthIn(row.cell(i));
        }
        return monthOfQuarter(
                preamble,
                month.orElseThrow(
                        () ->
                                Refused.because("FORM_MONTHS_UNREADABLE")
                                        .with("line", preamble.header().line())));
    }

    static YearMonth monthOfQuarter(Preamble preamble, Month month) {
        YearMonth found = YearMonth.of(preamble.quarter().firstMonth().getYear(), month);
        requireMonthOf(preamble.quarter(), found);
        return found;
    }

    static void requireMonthOf(VerificationPeriod quarter, YearMonth month) {
        if (!quarter.contains(month)) {
            throw Refused.because("FORM_MONTH_NOT_OF_QUARTER")
                    .with("month", month.toString())
                    .with("quarter", quarter.text());
        }
    }

    @Override
    public boolean isPerson(Row row) {
        return !nik(row).isEmpty() || blocks.stream().anyMatch(block -> block.isFilled(row));
    }

    @Override
    public String nik(Row row) {
        return row.cell(nikColumn);
    }

    @Override
    public String nisn(Row row) {
        return row.cell(nisnColumn);
    }

    @Override
    public SortedMap<YearMonth, MonthStatement> statements(Row row) {
        SortedMap<YearMonth, MonthStatement> statements = new TreeMap<>();
        for (MonthBlock block : blocks) {
            if (block.isFilled(row)) {
                statements.put(
                        block.month(),
                        mayRemove && block.isRemoval(row)
                                ? MonthStatement.REMOVAL
                                : block.read(row));
            }
        }
        return statements;
    }
}
