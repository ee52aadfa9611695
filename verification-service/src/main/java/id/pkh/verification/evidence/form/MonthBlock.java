package id.pkh.verification.evidence.form;

import id.pkh.platform.files.Columns;
import id.pkh.platform.files.Row;
import id.pkh.platform.files.RowRefusal;
import id.pkh.platform.web.Refused;
import id.pkh.verification.compliance.domain.SchoolMonth;
import id.pkh.verification.evidence.domain.PercentCheck;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

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

    Optional<SchoolMonth> read(Row row, Consumer<RowRefusal> refuse) {
        OptionalInt alpa = days(row, ALPA, true, refuse);
        OptionalInt izin = days(row, IZIN, true, refuse);
        OptionalInt sakit = days(row, SAKIT, true, refuse);
        OptionalInt jml = days(row, JML, false, refuse);
        if (alpa.isEmpty() || izin.isEmpty() || sakit.isEmpty() || jml.isEmpty()) {
            return Optional.empty();
        }
        SchoolMonth days =
                new SchoolMonth(alpa.getAsInt(), izin.getAsInt(), sakit.getAsInt(), jml.getAsInt());
        if (days.effectiveDays() > month.lengthOfMonth()) {
            refuse.accept(
                    RowRefusal.of(
                            row.line(),
                            column(JML),
                            String.valueOf(days.effectiveDays()),
                            "DAYS_IMPOSSIBLE",
                            "alpa + izin + sakit + jml <= " + month.lengthOfMonth()));
            return Optional.empty();
        }
        return percentAgrees(row, days, refuse) ? Optional.of(days) : Optional.empty();
    }

    /**
     * A blank absence next to other numbers means no absence; a blank number of days present is
     * unknown.
     */
    private OptionalInt days(
            Row row, String name, boolean blankIsNone, Consumer<RowRefusal> refuse) {
        String text = cell(row, name);
        if (text.isEmpty() && blankIsNone) {
            return OptionalInt.of(0);
        }
        OptionalInt days = Numbers.whole(text);
        if (days.isPresent() && days.getAsInt() <= month.lengthOfMonth()) {
            return days;
        }
        refuse.accept(
                RowRefusal.of(
                        row.line(),
                        column(name),
                        text,
                        "DAYS_IMPOSSIBLE",
                        "0 - " + month.lengthOfMonth()));
        return OptionalInt.empty();
    }

    private boolean percentAgrees(Row row, SchoolMonth days, Consumer<RowRefusal> refuse) {
        String text = cell(row, PERSEN);
        if (text.isEmpty() || days.effectiveDays() == 0) {
            return true;
        }
        boolean agrees =
                Numbers.percents(text).stream()
                        .anyMatch(
                                stated ->
                                        !PercentCheck.disagrees(
                                                stated, days.jml(), days.effectiveDays()));
        if (!agrees) {
            BigDecimal computed = PercentCheck.percentOf(days.jml(), days.effectiveDays());
            refuse.accept(
                    RowRefusal.of(
                            row.line(),
                            column(PERSEN),
                            text,
                            "PERCENT_DISAGREES",
                            computed.toPlainString()));
        }
        return agrees;
    }

    private String cell(Row row, String name) {
        return row.cell(columns.getOrDefault(name, -1));
    }

    /** The column under its name on the form, with the month above it. */
    private String column(String name) {
        return name + " " + month;
    }
}
