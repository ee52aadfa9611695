package id.pkh.verification.evidence.form;

import id.pkh.platform.files.Columns;
import id.pkh.platform.files.Dates;
import id.pkh.platform.files.Months;
import id.pkh.platform.files.Row;
import id.pkh.platform.web.Refused;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines above a form's table: which school or service, which quarter, and for schools the
 * months above their blocks of columns. The table begins at the row that names the column of the
 * person's NIK.
 */
record Preamble(
        FormKind kind, String pointCode, VerificationPeriod quarter, Row monthRow, Row header) {

    static final int MAX_LINES = 40;
    private static final Pattern NPSN = Pattern.compile("\\d{8}");
    private static final Pattern POINT_CODE = Pattern.compile("[A-Z0-9][A-Z0-9.-]{2,19}");
    private static final Pattern QUARTER =
            Pattern.compile(
                    "(?:TW|TRIWULAN|TRIW|Q)?[\\s.-]*(IV|III|II|I|[1-4])[\\s/.,-]*(?:TAHUN)?\\s*(\\d{4})");
    private static final Pattern ISO_QUARTER = Pattern.compile("(\\d{4})[\\s-]*Q([1-4])");
    private static final Pattern NAMED_MONTH =
            Pattern.compile("(?:0?1[\\s/-]+)?([A-Za-z]+)\\.?(?:[\\s,'/-]+(?:\\d{2}|\\d{4}))?");
    private static final Pattern DATE = Pattern.compile("\\s*\\d{1,4}[/-]\\d{1,4}.*");
    private static final List<String> ROMAN = List.of("I", "II", "III", "IV");

    static Preamble read(FormKind kind, Iterator<Row> rows) {
        String point = "";
        String quarter = "";
        boolean looksLikeOther = false;
        Row monthRow = null;
        List<Row> above = new ArrayList<>();
        while (rows.hasNext() && above.size() < MAX_LINES) {
            Row row = rows.next();
            if (names(row, kind.nikColumn())) {
                return new Preamble(kind, pointCode(kind, point), quarter(quarter), monthRow, row)
                        .withBlocksOf(rows);
            }
            if (kind.others().stream().anyMatch(other -> names(row, other.nikColumn()))) {
                throw Refused.because("FORM_OF_OTHER_KIND").with("line", row.line());
            }
            above.add(row);
            String label = Columns.key(label(row));
            if (label.equals(Columns.key(kind.pointLabel()))) {
                point = value(row);
            } else if (label.equals("triwulan")) {
                quarter = value(row);
            } else if (namesMonths(row)) {
                monthRow = row;
            }
            looksLikeOther |=
                    kind.others().stream()
                            .anyMatch(other -> label.equals(Columns.key(other.pointLabel())));
        }
        throw Refused.because(looksLikeOther ? "FORM_OF_OTHER_KIND" : kind.notThisForm())
                .with("line", above.isEmpty() ? 1 : above.get(above.size() - 1).line())
                .with("column", kind.nikColumn());
    }

    private static boolean names(Row row, String column) {
        return row.cells().stream().anyMatch(cell -> Columns.key(cell).equals(Columns.key(column)));
    }

    /**
     * Some schools merge the names of the columns over two rows: the months stand beside them, and
     * the columns of each month below.
     */
    private Preamble withBlocksOf(Iterator<Row> rows) {
        boolean isWhole =
                kind != FormKind.SCHOOL
                        || header.cells().stream().anyMatch(SchoolTable::startsBlock)
                        || !namesMonths(header);
        if (isWhole || !rows.hasNext()) {
            return this;
        }
        Row below = rows.next();
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.max(header.cells().size(), below.cells().size()); i++) {
            cells.add(below.cell(i).isEmpty() ? header.cell(i) : below.cell(i));
        }
        return new Preamble(kind, pointCode, quarter, header, new Row(below.line(), cells));
    }

    /** One date alone may be the day on which the form was written. */
    private static boolean namesMonths(Row row) {
        long months = row.cells().stream().filter(cell -> monthIn(cell).isPresent()).count();
        return months > 1 || row.cells().stream().anyMatch(cell -> monthByName(cell).isPresent());
    }

    /**
     * The month in a cell, with or without a year, also if a spreadsheet made a date of it: {@code
     * PEBRUARI 2026}, {@code Apr-26}, {@code 2026-04-01}, {@code 04/2026}.
     */
    static Optional<Month> monthIn(String cell) {
        Optional<Month> named = monthByName(cell);
        if (named.isPresent() || !DATE.matcher(cell).matches()) {
            return named;
        }
        return Months.parseYearMonth(cell)
                .or(() -> Dates.parse(cell).map(YearMonth::from))
                .map(YearMonth::getMonth);
    }

    private static Optional<Month> monthByName(String cell) {
        Matcher named = NAMED_MONTH.matcher(cell.strip());
        return named.matches() ? Months.parse(named.group(1)) : Optional.empty();
    }

    private static String label(Row row) {
        String first = row.cell(0);
        int colon = first.indexOf(':');
        return colon < 0 ? first : first.substring(0, colon);
    }

    /** The value next to a label: after its colon, or in the next cell that is not blank. */
    private static String value(Row row) {
        int colon = row.cell(0).indexOf(':');
        String behind = colon < 0 ? "" : row.cell(0).substring(colon + 1).strip();
        for (int i = 1; behind.isEmpty() && i < row.cells().size(); i++) {
            behind = row.cell(i).replaceFirst("^:\\s*", "");
        }
        return behind;
    }

    /** Refuses a code that no school or service of this kind has. */
    static String pointCode(FormKind kind, String text) {
        String code = text.toUpperCase(Locale.ROOT);
        Pattern pattern = kind == FormKind.SCHOOL ? NPSN : POINT_CODE;
        if (!pattern.matcher(code).matches()) {
            throw Refused.because("FORM_SERVICE_POINT_MISSING").with("label", kind.pointLabel());
        }
        return code;
    }

    private static VerificationPeriod quarter(String text) {
        String upper = text.toUpperCase(Locale.ROOT).strip();
        Matcher iso = ISO_QUARTER.matcher(upper);
        if (iso.matches()) {
            return VerificationPeriod.quarter(
                    Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)));
        }
        Matcher named = QUARTER.matcher(upper);
        if (!named.matches()) {
            throw Refused.because("FORM_QUARTER_MISSING");
        }
        int roman = ROMAN.indexOf(named.group(1));
        int number = roman >= 0 ? roman + 1 : Integer.parseInt(named.group(1));
        return VerificationPeriod.quarter(Integer.parseInt(named.group(2)), number);
    }
}
