package id.pkh.verification.evidence.form;

import id.pkh.platform.files.Columns;
import id.pkh.platform.files.Row;
import id.pkh.platform.files.RowRefusal;
import id.pkh.platform.web.Refused;
import id.pkh.verification.compliance.domain.SchoolMonth;
import id.pkh.verification.evidence.domain.PercentCheck;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The five columns of one school month.
 *
 * @param columns position by name
 */
record MonthBlock(YearMonth month, Map<String, Integer> columns) {

    private static final String ALPA = "alpa";
    private static final String IZIN = "izin";
    private static final String SAKIT = "sakit";
    private static final String JML = "jml";
    private static final String PERSEN = "persen";

    private static final Map<String, String> NAMES =
            Map.of(
                    "alpa",
                    ALPA,
                    "alfa",
                    ALPA,
                    "izin",
                    IZIN,
                    "ijin",
                    IZIN,
                    "sakit",
                    SAKIT,
                    "jml",
                    JML,
                    "jumlah",
                    JML,
                    "persen",
                    PERSEN,
                    "persentase",
                    PERSEN);

    static MonthBlock of(Row header, YearMonth month, int start, int end) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = start; i < end; i++) {
            String name = NAMES.get(Columns.key(header.cell(i)));
            if (name != null) {
                columns.putIfAbsent(name, i);
            }
        }
        for (String needed : new String[] {ALPA, IZIN, SAKIT, JML}) {
            if (!columns.containsKey(needed)) {
                throw Refused.because("FORM_MONTHS_UNREADABLE").with("line", header.line());
            }
        }
        return new MonthBlock(month, columns);
    }

    /** A block without a number contains no data: a percentage alone is only an unused formula. */
    boolean isFilled(Row row) {
        return !(cell(row, ALPA) + cell(row, IZIN) + cell(row, SAKIT) + cell(row, JML)).isEmpty();
    }

    /** Whether nothing but the word for a removal is written in the block. */
    boolean isRemoval(Row row) {
        Set<String> written =
                columns.keySet().stream()
                        .map(name -> cell(row, name).toUpperCase(Locale.ROOT))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.toSet());
        return written.equals(Set.of(MonthStatement.REMOVAL_WORD));
    }

    MonthStatement read(Row row) {
        for (String name : List.of(ALPA, IZIN, SAKIT, JML)) {
            if (days(row, name).isEmpty()) {
                return impossible(row, name, cell(row, name), "0 - " + month.lengthOfMonth());
            }
        }
        SchoolMonth days =
                new SchoolMonth(
                        days(row, ALPA).getAsInt(),
                        days(row, IZIN).getAsInt(),
                        days(row, SAKIT).getAsInt(),
                        days(row, JML).getAsInt());
        if (days.effectiveDays() > month.lengthOfMonth()) {
            return impossible(
                    row,
                    JML,
                    String.valueOf(days.effectiveDays()),
                    "alpa + izin + sakit + jml <= " + month.lengthOfMonth());
        }
        return percentAgrees(row, days)
                ? new MonthStatement.Shown(days)
                : new MonthStatement.Unreadable(
                        RowRefusal.of(
                                row.line(),
                                column(PERSEN),
                                cell(row, PERSEN),
                                "PERCENT_DISAGREES",
                                PercentCheck.percentOf(days.jml(), days.effectiveDays())
                                        .toPlainString()));
    }

    /**
     * A blank absence next to other numbers means no absence; a blank number of days present is
     * unknown.
     */
    private OptionalInt days(Row row, String name) {
        String text = cell(row, name);
        if (text.isEmpty() && !name.equals(JML)) {
            return OptionalInt.of(0);
        }
        OptionalInt days = Numbers.whole(text);
        return days.isPresent() && days.getAsInt() <= month.lengthOfMonth()
                ? days
                : OptionalInt.empty();
    }

    private MonthStatement impossible(Row row, String name, String written, String expected) {
        return new MonthStatement.Unreadable(
                RowRefusal.of(row.line(), column(name), written, "DAYS_IMPOSSIBLE", expected));
    }

    /** A formula that the spreadsheet never computed states no percentage. */
    private boolean percentAgrees(Row row, SchoolMonth days) {
        String text = cell(row, PERSEN);
        if (text.isEmpty() || text.startsWith("=") || days.effectiveDays() == 0) {
            return true;
        }
        return Numbers.percents(text).stream()
                .anyMatch(
                        stated ->
                                !PercentCheck.disagrees(stated, days.jml(), days.effectiveDays()));
    }

    private String cell(Row row, String name) {
        return row.cell(columns.getOrDefault(name, -1));
    }

    /** The column under its name on the form, with the month above it. */
    private String column(String name) {
        return name + " " + month;
    }
}
