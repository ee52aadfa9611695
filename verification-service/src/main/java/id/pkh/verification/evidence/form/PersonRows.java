package id.pkh.verification.evidence.form;

import id.pkh.platform.files.RowRefusal;
import id.pkh.verification.compliance.domain.MonthEvidence;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All rows of a form about one person. Usually there is one. Where several state the same about a
 * month, it counts once. Where they differ, nobody knows which one is right, so the month counts
 * for none of them, whichever comes first.
 */
final class PersonRows {

    private record Line(
            int line,
            RowKeys keys,
            String writtenNik,
            SortedMap<YearMonth, MonthStatement> months) {}

    private final FormKind kind;
    private final List<Line> lines = new ArrayList<>(1);

    PersonRows(FormKind kind) {
        this.kind = kind;
    }

    void add(
            int line,
            RowKeys keys,
            String writtenNik,
            SortedMap<YearMonth, MonthStatement> months) {
        lines.add(new Line(line, keys, writtenNik, months));
    }

    /** The person's row; empty when no month of it can be read. */
    Optional<FormRow> readInto(FormRefusals refusals) {
        SortedMap<YearMonth, MonthEvidence> entries = new TreeMap<>();
        Set<YearMonth> removed = new TreeSet<>();
        Set<YearMonth> unusable = new HashSet<>();
        for (YearMonth month : months()) {
            Set<MonthStatement> stated = statementsOf(month);
            MonthStatement only = stated.iterator().next();
            if (stated.size() > 1 || only instanceof MonthStatement.Unreadable) {
                unusable.add(month);
            } else if (only instanceof MonthStatement.Shown shown) {
                entries.put(month, shown.entry());
            } else {
                removed.add(month);
            }
        }
        boolean isReadable = unusable.isEmpty() || !entries.isEmpty() || !removed.isEmpty();
        lines.forEach(line -> refuse(line, unusable, isReadable, refusals));
        return isReadable ? Optional.of(row(entries, removed)) : Optional.empty();
    }

    private FormRow row(SortedMap<YearMonth, MonthEvidence> entries, Set<YearMonth> removed) {
        RowKeys first = lines.get(0).keys();
        // of several rows with one NIK, any NISN that differs is no key at all
        boolean isSameNisn =
                lines.stream().allMatch(l -> Objects.equals(l.keys().nisn(), first.nisn()));
        return new FormRow(
                lines.get(0).line(),
                first.nik(),
                isSameNisn ? first.nisn() : null,
                first.isNisnShortened(),
                first.unreadable(),
                first.memberId(),
                entries,
                removed);
    }

    private Set<YearMonth> months() {
        Set<YearMonth> months = new TreeSet<>();
        lines.forEach(line -> months.addAll(line.months().keySet()));
        return months;
    }

    private Set<MonthStatement> statementsOf(YearMonth month) {
        Set<MonthStatement> stated = new HashSet<>();
        lines.stream()
                .filter(line -> line.months().containsKey(month))
                .forEach(line -> stated.add(line.months().get(month)));
        return stated;
    }

    private void refuse(
            Line line, Set<YearMonth> unusable, boolean isReadable, FormRefusals refusals) {
        boolean isFirst = line == lines.get(0);
        List<RowRefusal> reasons = new ArrayList<>();
        line.months().keySet().stream()
                .filter(unusable::contains)
                .map(month -> refusalOf(line, month))
                .forEach(reasons::add);
        if (!isFirst && reasons.isEmpty()) {
            reasons.add(
                    RowRefusal.of(
                            line.line(),
                            line.keys().column(kind),
                            line.writtenNik(),
                            "ROW_TWICE",
                            "one row a person"));
        }
        boolean isPart = isFirst && isReadable;
        reasons.forEach(isPart ? refusals::month : refusals::row);
    }

    private RowRefusal refusalOf(Line line, YearMonth month) {
        return line.months().get(month) instanceof MonthStatement.Unreadable unreadable
                ? unreadable.refusal()
                : RowRefusal.withoutValue(
                        line.line(), month.toString(), "ROWS_CONTRADICT", "one entry a month");
    }
}
