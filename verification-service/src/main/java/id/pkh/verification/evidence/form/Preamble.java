package id.pkh.verification.evidence.form;

import id.pkh.platform.files.Columns;
import id.pkh.platform.files.Months;
import id.pkh.platform.files.Row;
import id.pkh.platform.web.Refused;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Month;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines above a form's table: which school or health service, which quarter, and for schools
 * the months above their blocks of columns. The table begins at the row that names the column of
 * the person's NIK.
 */
record Preamble(
        FormKind kind, String pointCode, VerificationPeriod quarter, Row monthRow, Row header) {

    private static final int MAX_LINES = 40;
    private static final Pattern NPSN = Pattern.compile("\\d{8}");
    private static final Pattern POINT_CODE = Pattern.compile("[A-Z0-9][A-Z0-9.-]{2,19}");
    private static final Pattern QUARTER =
            Pattern.compile(
                    "(?:TW|TRIWULAN|TRIW|Q)?[\\s.-]*(IV|III|II|I|[1-4])[\\s/.,-]*(?:TAHUN)?\\s*(\\d{4})");
    private static final Pattern ISO_QUARTER = Pattern.compile("(\\d{4})[\\s-]*Q([1-4])");
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
                return new Preamble(kind, pointCode(kind, point), quarter(quarter), monthRow, row);
            }
            if (names(row, kind.other().nikColumn())) {
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
            looksLikeOther |= label.equals(Columns.key(kind.other().pointLabel()));
        }
        throw Refused.because(looksLikeOther ? "FORM_OF_OTHER_KIND" : kind.notThisForm())
                .with("line", above.isEmpty() ? 1 : above.get(above.size() - 1).line())
                .with("column", kind.nikColumn());
    }

    private static boolean names(Row row, String column) {
        return row.cells().stream().anyMatch(cell -> Columns.key(cell).equals(Columns.key(column)));
    }

    private static boolean namesMonths(Row row) {
        for (int i = 0; i < row.cells().size(); i++) {
            if (monthIn(row.cell(i)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The month in a cell, with or without a year. */
    static Optional<Month> monthIn(String cell) {
        String[] words = cell.split("[\\s-]+", 2);
        boolean yearOrNothing = words.length == 1 || words[1].matches("\\d{4}");
        return yearOrNothing ? Months.parse(words[0]) : Optional.empty();
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

    private static String pointCode(FormKind kind, String text) {
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
