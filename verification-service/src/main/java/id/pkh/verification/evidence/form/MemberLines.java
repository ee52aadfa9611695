package id.pkh.verification.evidence.form;

import id.pkh.platform.files.Row;
import id.pkh.platform.web.Refused;
import id.pkh.verification.compliance.domain.HealthMonth;
import id.pkh.verification.compliance.domain.MonthEvidence;
import id.pkh.verification.compliance.domain.SchoolMonth;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Lines that name people by the programme's own ids instead of numbers. Their cells are those of a
 * form and are read as a form is, so what cannot stand on a form cannot stand here.
 */
public final class MemberLines {

    private static final List<String> DAYS = List.of("alpa", "izin", "sakit", "jml");

    /**
     * What is stated about a person.
     *
     * @param line the number by which the sender finds the row again
     * @param months the cells of each month: four of a school, one of a health or social service
     */
    public record Line(int line, UUID memberId, SortedMap<YearMonth, List<String>> months) {}

    private MemberLines() {}

    /**
     * @param isCorrection whether the lines may take earlier entries away
     */
    public static Form read(
            FormKind kind,
            String pointCode,
            VerificationPeriod quarter,
            List<Line> lines,
            boolean isCorrection,
            FormRefusals refusals) {
        String code = Preamble.pointCode(kind, pointCode);
        FormTable table = table(kind, quarter, isCorrection);
        Map<UUID, PersonRows> people = new LinkedHashMap<>();
        for (Line line : lines) {
            Row row = row(kind, quarter, line);
            if (table.isPerson(row)) {
                people.computeIfAbsent(line.memberId(), any -> new PersonRows(kind))
                        .add(line.line(), RowKeys.of(line.memberId()), "", table.statements(row));
            }
        }
        if (people.isEmpty()) {
            throw Refused.because("FORM_WITHOUT_ROWS");
        }
        List<FormRow> readable =
                people.values().stream()
                        .flatMap(person -> person.readInto(refusals).stream())
                        .toList();
        return new Form(kind, code, quarter, readable, lines.size());
    }

    /** The cells that read as an entry. */
    public static List<String> cells(MonthEvidence entry) {
        if (entry instanceof SchoolMonth days) {
            return Stream.of(days.alpa(), days.izin(), days.sakit(), days.jml())
                    .map(String::valueOf)
                    .toList();
        }
        return List.of(HealthCell.write((HealthMonth) entry));
    }

    private static FormTable table(
            FormKind kind, VerificationPeriod quarter, boolean isCorrection) {
        SortedMap<YearMonth, Integer> columns = new TreeMap<>();
        for (YearMonth month : quarter.months()) {
            columns.put(month, columns.size() * width(kind));
        }
        if (kind != FormKind.SCHOOL) {
            return new HealthTable(kind, -1, columns, isCorrection);
        }
        List<MonthBlock> blocks = new ArrayList<>();
        columns.forEach(
                (month, first) -> {
                    Map<String, Integer> days = new HashMap<>();
                    DAYS.forEach(name -> days.put(name, first + DAYS.indexOf(name)));
                    blocks.add(new MonthBlock(month, days));
                });
        return new SchoolTable(-1, -1, blocks, isCorrection);
    }

    private static Row row(FormKind kind, VerificationPeriod quarter, Line line) {
        line.months().keySet().forEach(month -> SchoolTable.requireMonthOf(quarter, month));
        List<String> cells = new ArrayList<>();
        for (YearMonth month : quarter.months()) {
            cells.addAll(line.months().getOrDefault(month, Collections.nCopies(width(kind), "")));
        }
        return new Row(line.line(), cells);
    }

    private static int width(FormKind kind) {
        return kind == FormKind.SCHOOL ? DAYS.size() : 1;
    }
}
